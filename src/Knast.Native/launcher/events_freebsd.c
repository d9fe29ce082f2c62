#include "monitor.h"

struct kernel_event {
    uint64_t identifier;
    int16_t filter;
    uint16_t flags;
    uint32_t filter_flags;
    int64_t data;
    void *user;
    uint64_t extension[4];
};

_Static_assert(sizeof(struct kernel_event) == 64, "struct kevent");

enum { FILTER_READ = -1, FILTER_PROCESS = -5, FILTER_SIGNAL = -6, EVENT_ADD = 1 };

static void add(int events, long identifier, int filter, uint32_t filter_flags, int *error)
{
    struct kernel_event change = {
        .identifier = (uint64_t)identifier, .filter = (int16_t)filter, .flags = EVENT_ADD, .filter_flags = filter_flags};
    CALL(error, SYS_KEVENT, events, (long)&change, 1);
}

int events_open(const int streams[2], long child, int *error)
{
    const uint32_t note_exit = 0x80000000;
    int ignored;
    int events = (int)CALL(error, SYS_KQUEUE, 0);
    if (*error)
        return -1;
    CALL(error, SYS_FCNTL, events, DESCRIPTOR_SET_FLAGS, DESCRIPTOR_CLOSE_ON_EXEC);
    for (unsigned i = 0; i < 2 && !*error; i++)
        if (streams[i] >= 0)
            add(events, streams[i], FILTER_READ, 0, error);
    if (!*error)
        add(events, SIGNAL_CHILD, FILTER_SIGNAL, 0, error);
    /* A child that has ended already (ESRCH) is found by the first wait4. */
    add(events, child, FILTER_PROCESS, note_exit, &ignored);
    return events;
}

unsigned events_wait(int events, const int streams[2], long milliseconds)
{
    struct kernel_timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    struct kernel_event found[4];
    unsigned ready = 0;
    int error;
    long count = CALL(&error, SYS_KEVENT, events, 0, 0, (long)found, 4, milliseconds < 0 ? 0 : (long)&limit);
    for (long i = 0; !error && i < count; i++) {
        if (found[i].filter != FILTER_READ)
            ready |= EVENT_CHILD;
        else if ((int)found[i].identifier == streams[0])
            ready |= EVENT_OUTPUT;
        else if ((int)found[i].identifier == streams[1])
            ready |= EVENT_ERROR;
    }
    return ready;
}
