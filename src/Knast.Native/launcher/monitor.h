/* The monitor: stays beside one child, relays its output to a log and leaves its exit status in a file. */
#ifndef KNAST_MONITOR_H
#define KNAST_MONITOR_H

#include "system.h"

enum {
    STREAM_DROPPED = 0,
    STREAM_OUTPUT = 1,
    STREAM_ERROR = 2,
    RELAY_SIZE = 16384,
    GRACE_MILLISECONDS = 200, /* how long output of processes that outlive the child is still taken */
    DRAIN_READS = 64,         /* then what is readable at once, up to 1 MiB: the largest pipe of an ordinary user */
    ROTATED_MAX = 99,
};

struct log_frame {
    int64_t nanoseconds;
    uint32_t length;
    uint8_t stream;
    uint8_t reserved[3];
};

/* Descriptors are -1 where there is none. */
struct monitor {
    long child;
    int streams[2];
    int log;
    int directory;
    uint64_t log_limit;
    unsigned rotated;

    int logging;
    int events;
    int exit_file;
    int ended;
    int status;
    int64_t ended_at;
    uint64_t log_size;
    uint64_t dropped;
    struct log_frame frame; /* in one piece with its bytes, for one write */
    unsigned char bytes[RELAY_SIZE];
};

/* Everything that can fail; errno or 0. */
int monitor_open(struct monitor *monitor);

/* Until the child has ended and its status is written. */
void monitor_run(struct monitor *monitor);

enum { EVENT_OUTPUT = 1, EVENT_ERROR = 2, EVENT_CHILD = 4 };

/* The source of events (signalfd or kqueue), or -1 with *error. */
int events_open(const int streams[2], long child, int *error);

/* What is ready, 0 after so many milliseconds (-1: no limit). */
unsigned events_wait(int events, const int streams[2], long milliseconds);

#endif
