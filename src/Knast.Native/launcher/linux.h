/* Linux: numbers, flags and layouts of <asm/unistd.h>, <linux/socket.h>, <linux/sched.h>. */
#ifndef KNAST_LINUX_H
#define KNAST_LINUX_H

enum { TARGET_SYSTEM = 1 };

#if defined(__x86_64__)
enum {
    SYS_READ = 0, SYS_WRITE = 1, SYS_CLOSE = 3, SYS_LSEEK = 8, SYS_MMAP = 9, SYS_MUNMAP = 11,
    SYS_SIGACTION = 13, SYS_SIGPROCMASK = 14, SYS_PREAD = 17, SYS_PWRITE = 18, SYS_SENDTO = 44,
    SYS_RECVFROM = 45, SYS_SENDMSG = 46, SYS_CLONE = 56, SYS_WAIT4 = 61, SYS_KILL = 62, SYS_FCNTL = 72,
    SYS_FTRUNCATE = 77, SYS_PRCTL = 157, SYS_CLOCK_GETTIME = 228, SYS_EXIT = 231, SYS_OPENAT = 257, SYS_RENAMEAT = 264,
    SYS_PPOLL = 271, SYS_SIGNALFD = 289,
};
#else
enum {
    SYS_FCNTL = 25, SYS_RENAMEAT = 38, SYS_FTRUNCATE = 46, SYS_OPENAT = 56, SYS_CLOSE = 57, SYS_LSEEK = 62,
    SYS_READ = 63, SYS_WRITE = 64, SYS_PREAD = 67, SYS_PWRITE = 68, SYS_PPOLL = 73, SYS_SIGNALFD = 74,
    SYS_EXIT = 94, SYS_CLOCK_GETTIME = 113, SYS_KILL = 129, SYS_SIGACTION = 134, SYS_SIGPROCMASK = 135,
    SYS_PRCTL = 167,
    SYS_SENDTO = 206, SYS_RECVFROM = 207, SYS_SENDMSG = 211, SYS_MUNMAP = 215, SYS_CLONE = 220,
    SYS_MMAP = 222, SYS_WAIT4 = 260,
};
#endif

enum {
    EAGAIN_ = 11,
    ENOTSOCK_ = 88,
    SIGNAL_CHILD = 17,
    MAP_PRIVATE_ANONYMOUS = 0x22,
    SOCKET_LEVEL = 1,
    SEND_FLAGS = 0x4000, /* MSG_NOSIGNAL */
    OPEN_CREATE = 0x40,
    OPEN_TRUNCATE = 0x200,
    OPEN_APPEND = 0x400,
    OPEN_CLOSE_ON_EXEC = 0x80000,
    WAIT_ALL = 0x40000000, /* __WALL: also children whose exit signal is not SIGCHLD */
    CLONE_PIDFD = 0x1000,
    /* Flags that would make parent and child share memory, or let the kernel write to addresses we do not give. */
    FORK_FLAGS_REFUSED = 0x100 | 0x1000 | 0x4000 | 0x10000 | 0x80000 | 0x100000 | 0x200000 | 0x1000000,
};

struct kernel_message {
    void *name;
    uint32_t name_length;
    struct kernel_iovec *vectors;
    size_t vector_count;
    void *control;
    size_t control_length;
    int flags;
};

struct kernel_control {
    size_t length;
    int level;
    int type;
};

static inline void prepare_process(void)
{
    enum { SET_NAME = 15, SIGNAL_FIRST_REAL_TIME = 32, SIGNAL_LAST = 64 };
    static const char name[] = "knast";
    const uint64_t default_action[4] = {0, 0, 0, 0};
    int error;
    /* The name would be the number in /proc/self/fd/N. */
    CALL(&error, SYS_PRCTL, SET_NAME, (long)name);
    /* glibc's posix_spawn leaves the signals of its threads ignored, and so would the container have them. */
    for (long signal = SIGNAL_FIRST_REAL_TIME; signal <= SIGNAL_LAST; signal++)
        CALL(&error, SYS_SIGACTION, signal, (long)default_action, 0, 8);
}

static inline long fork_child(uint32_t flags, int *process_descriptor, int *error)
{
    /* parent_tid is where CLONE_PIDFD writes; the other pointers are not used by any flag that is let through. */
    return CALL(error, SYS_CLONE, (long)(flags | (process_descriptor ? (uint32_t)CLONE_PIDFD : 0)), 0, (long)process_descriptor);
}

#endif
