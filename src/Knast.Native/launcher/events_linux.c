#include "monitor.h"

struct poll_entry {
    int descriptor;
    int16_t wanted;
    int16_t ready;
};

enum { POLL_IN = 1, SIGNALFD_CLOSE_ON_EXEC = 0x80000, SIGNALFD_NON_BLOCKING = 0x800, SIGNAL_BLOCK = 0, SIGNAL_INFO_SIZE = 128 };

int events_open(const int streams[2], long child, int *error)
{
    const uint64_t mask = (uint64_t)1 << (SIGNAL_CHILD - 1);
    (void)streams;
    (void)child;
    CALL(error, SYS_SIGPROCMASK, SIGNAL_BLOCK, (long)&mask, 0, sizeof mask);
    if (*error)
        return -1;
    return (int)CALL(error, SYS_SIGNALFD, -1, (long)&mask, sizeof mask, SIGNALFD_CLOSE_ON_EXEC | SIGNALFD_NON_BLOCKING);
}

unsigned events_wait(int events, const int streams[2], long milliseconds)
{
    struct poll_entry entries[] = {{streams[0], POLL_IN, 0}, {streams[1], POLL_IN, 0}, {events, POLL_IN, 0}};
    struct kernel_timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    unsigned char signals[SIGNAL_INFO_SIZE];
    unsigned ready = 0;
    int error;
    CALL(&error, SYS_PPOLL, (long)entries, 3, milliseconds < 0 ? 0 : (long)&limit, 0, 8);
    if (error)
        return 0;
    for (unsigned i = 0; i < 3; i++)
        if (entries[i].ready)
            ready |= 1u << i;
    if (ready & EVENT_CHILD)
        CALL(&error, SYS_READ, events, (long)signals, sizeof signals);
    return ready;
}
