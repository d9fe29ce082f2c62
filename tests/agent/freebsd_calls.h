/* FreeBSD 13 and newer: what the agent calls beyond the player, <sys/syscall.h>, <sys/socket.h>, <sys/signal.h>. */
#ifndef KNAST_AGENT_FREEBSD_CALLS_H
#define KNAST_AGENT_FREEBSD_CALLS_H

enum {
    SYS_CHDIR = 12, SYS_GETPID = 20, SYS_GETSOCKNAME = 32, SYS_SYNC = 36, SYS_IOCTL = 54, SYS_REBOOT = 55, SYS_SETITIMER = 83,
    SYS_DUP2 = 90, SYS_SOCKET = 97, SYS_BIND = 104, SYS_SETSOCKOPT = 105, SYS_LISTEN = 106, SYS_SOCKETPAIR = 135,
    SYS_SETSID = 147, SYS_SYSCTL = 202, SYS_NMOUNT = 378, SYS_KENV = 390, SYS_ACCEPT4 = 541, SYS_POLL_TIMED = 545,
    SYS_CLOSE_RANGE = 575,
};

enum {
    SIGNAL_SET_SIZE = 16,
    SIGNAL_UNKNOWN_CALL = 12, /* SIGSYS */
    SOCKET_CLOSE_ON_EXEC = 0x10000000,
    REUSE_ADDRESS = 4,
    KEEP_ALIVE = 8,
    MESSAGE_WAIT_ALL = 0x40,
    MESSAGE_NO_SIGNAL = 0x20000,
    DUPLICATE_CLOSE_ON_EXEC = 17, /* F_DUPFD_CLOEXEC */
    GET_DESCRIPTOR_FLAGS = 1,
    FORK_SIGNAL = 0,
};

struct internet_address {
    uint8_t length;
    uint8_t family;
    uint16_t port;
    uint32_t address;
    unsigned char zero[8];
};

static inline void internet_address_open(struct internet_address *a)
{
    a->length = sizeof *a;
    a->family = 2;
}

static inline void duplicate_to(int from, int to, int *error)
{
    CALL(error, SYS_DUP2, from, to);
}

struct signal_action {
    void (*handler)(int);
    int flags;
    unsigned char mask[16];
};

_Static_assert(sizeof(struct signal_action) == 32, "struct sigaction");

#endif
