/* FreeBSD 13 and newer: numbers, flags and layouts of <sys/syscall.h>, <sys/socket.h>, <sys/procdesc.h>. */
#ifndef KNAST_FREEBSD_H
#define KNAST_FREEBSD_H

enum { TARGET_SYSTEM = 2 };

enum {
    SYS_EXIT = 1, SYS_FORK = 2, SYS_READ = 3, SYS_WRITE = 4, SYS_CLOSE = 6, SYS_WAIT4 = 7, SYS_SENDMSG = 28,
    SYS_RECVFROM = 29, SYS_KILL = 37, SYS_MUNMAP = 73, SYS_FCNTL = 92, SYS_SENDTO = 133,
    SYS_CLOCK_GETTIME = 232, SYS_KQUEUE = 362, SYS_SIGACTION = 416, SYS_PREAD = 475, SYS_PWRITE = 476,
    SYS_MMAP = 477, SYS_LSEEK = 478, SYS_FTRUNCATE = 480, SYS_OPENAT = 499, SYS_RENAMEAT = 501,
    SYS_PDFORK = 518, SYS_KEVENT = 560,
};

enum {
    EAGAIN_ = 35,
    ENOTSOCK_ = 38,
    SIGNAL_CHILD = 20,
    MAP_PRIVATE_ANONYMOUS = 0x1002,
    SOCKET_LEVEL = 0xffff,
    SEND_FLAGS = 0x20008, /* MSG_NOSIGNAL; MSG_EOR, without which 15 lets messages run together */
    OPEN_CREATE = 0x200,
    OPEN_TRUNCATE = 0x400,
    OPEN_APPEND = 8,
    OPEN_CLOSE_ON_EXEC = 0x100000,
    WAIT_ALL = 0,
    PROCESS_DESCRIPTOR_CLOSE_ON_EXEC = 2, /* PD_CLOEXEC */
};

/* fork takes no flags here; namespaces are jails, entered by calls. */
#define FORK_FLAGS_REFUSED 0xffffffffu

struct kernel_message {
    void *name;
    uint32_t name_length;
    struct kernel_iovec *vectors;
    int vector_count;
    void *control;
    uint32_t control_length;
    int flags;
};

struct kernel_control {
    uint32_t length;
    int level;
    int type;
    uint32_t padding; /* the data is aligned to eight bytes */
};

static inline void prepare_process(void)
{
}

static inline long fork_child(uint32_t flags, int *process_descriptor, int *error)
{
    (void)flags;
    if (process_descriptor)
        return CALL(error, SYS_PDFORK, (long)process_descriptor, PROCESS_DESCRIPTOR_CLOSE_ON_EXEC);
    return CALL(error, SYS_FORK, 0);
}

#endif
