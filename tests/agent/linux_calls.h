/* Linux: what the agent calls beyond the player, <asm/unistd.h>, <asm-generic/socket.h>, <asm/signal.h>. */
#ifndef KNAST_AGENT_LINUX_CALLS_H
#define KNAST_AGENT_LINUX_CALLS_H

#if defined(__x86_64__)
enum {
    SYS_SETITIMER = 38, SYS_GETPID = 39, SYS_SOCKET = 41, SYS_BIND = 49, SYS_LISTEN = 50, SYS_GETSOCKNAME = 51,
    SYS_SOCKETPAIR = 53, SYS_SETSOCKOPT = 54, SYS_UNAME = 63, SYS_CHDIR = 80, SYS_ACCEPT4 = 288,
    SYS_DUP3 = 292,
};
#else
enum {
    SYS_DUP3 = 24, SYS_CHDIR = 49, SYS_SETITIMER = 103, SYS_UNAME = 160, SYS_GETPID = 172, SYS_SOCKET = 198,
    SYS_SOCKETPAIR = 199, SYS_BIND = 200, SYS_LISTEN = 201, SYS_GETSOCKNAME = 204, SYS_SETSOCKOPT = 208,
    SYS_ACCEPT4 = 242,
};
#endif

enum {
    SYS_CLOSE_RANGE = 436,
    SYS_POLL_TIMED = SYS_PPOLL,
    SIGNAL_SET_SIZE = 8,
    SIGNAL_UNKNOWN_CALL = 0, /* ENOSYS is all */
    SOCKET_CLOSE_ON_EXEC = 0x80000,
    REUSE_ADDRESS = 2,
    KEEP_ALIVE = 9,
    MESSAGE_WAIT_ALL = 0x100,
    MESSAGE_NO_SIGNAL = 0x4000,
    DUPLICATE_CLOSE_ON_EXEC = 1030, /* F_DUPFD_CLOEXEC */
    GET_DESCRIPTOR_FLAGS = 1,
    FORK_SIGNAL = 17,
};

struct internet_address {
    uint16_t family;
    uint16_t port;
    uint32_t address;
    unsigned char zero[8];
};

static inline void internet_address_open(struct internet_address *a)
{
    a->family = 2;
}

static inline void duplicate_to(int from, int to, int *error)
{
    CALL(error, SYS_DUP3, from, to, 0);
}

struct signal_action {
    void (*handler)(int);
    uint64_t flags;
    void (*restorer)(void);
    uint64_t mask;
};

#endif
