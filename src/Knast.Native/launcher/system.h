/* What the three parts ask of a kernel, without a libc. */
#ifndef KNAST_SYSTEM_H
#define KNAST_SYSTEM_H

#include <stddef.h>
#include <stdint.h>

/* Enters the kernel (one assembler file for each target); *error is 0 or a positive errno. */
long kernel_call(long number, const long *arguments, int *error);

#define CALL(error, number, ...) kernel_call((number), (const long[8]){__VA_ARGS__}, (error))

struct kernel_timespec {
    int64_t seconds;
    int64_t nanoseconds;
};

struct kernel_iovec {
    void *base;
    size_t length;
};

enum {
    EINTR_ = 4,
    SIGNAL_HUP = 1,
    SIGNAL_INT = 2,
    SIGNAL_QUIT = 3,
    SIGNAL_KILL = 9,
    SIGNAL_PIPE = 13,
    SIGNAL_TERM = 15,
    DESCRIPTOR_SET_FLAGS = 2, /* F_SETFD */
    DESCRIPTOR_CLOSE_ON_EXEC = 1,
    SEEK_TO_END = 2,
    WAIT_NO_HANG = 1,
    CONTROL_RIGHTS = 1, /* SCM_RIGHTS */
    OPEN_WRITE_ONLY = 1,
};

#if defined(__linux__)
#include "linux.h"
#elif defined(__FreeBSD__)
#include "freebsd.h"
#else
#error "Knast's launcher knows Linux and FreeBSD"
#endif

#if defined(__x86_64__)
enum { TARGET_ARCHITECTURE = 1 };
#elif defined(__aarch64__)
enum { TARGET_ARCHITECTURE = 2 };
#else
#error "Knast's launcher knows amd64 and arm64"
#endif

#endif
