#include "monitor.h"

enum { NANOSECONDS_PER_SECOND = 1000000000, NANOSECONDS_PER_MILLISECOND = 1000000, EXIT_FILE_RESERVE = 64 };

static const char log_name[] = "log", exit_name[] = "exit", exit_temporary_name[] = "exit.tmp";

static int64_t now(void)
{
    struct kernel_timespec time = {0, 0};
    int error;
    CALL(&error, SYS_CLOCK_GETTIME, 0, (long)&time);
    return time.seconds * NANOSECONDS_PER_SECOND + time.nanoseconds;
}

static void close_descriptor(int *descriptor)
{
    int error;
    if (*descriptor >= 0)
        CALL(&error, SYS_CLOSE, *descriptor);
    *descriptor = -1;
}

static int open_beside(const struct monitor *m, const char *name, int flags, int mode, int *error)
{
    return (int)CALL(error, SYS_OPENAT, m->directory, (long)name, OPEN_WRITE_ONLY | OPEN_CREATE | OPEN_CLOSE_ON_EXEC | flags, mode);
}

static char *decimal(char *to, uint64_t value)
{
    char digits[20];
    unsigned count = 0;
    do
        digits[count++] = (char)('0' + value % 10);
    while ((value /= 10) != 0);
    while (count)
        *to++ = digits[--count];
    return to;
}

/* "log" for generation 0, else "log.N". */
static void generation_name(char *to, unsigned generation)
{
    __builtin_memcpy(to, log_name, sizeof log_name);
    if (generation) {
        to += sizeof log_name - 1;
        *to++ = '.';
        *decimal(to, generation) = 0;
    }
}

static void rotate(struct monitor *m)
{
    char from[16], to[16];
    int error;
    for (unsigned generation = m->rotated; generation > 0; generation--) {
        generation_name(from, generation - 1);
        generation_name(to, generation);
        CALL(&error, SYS_RENAMEAT, m->directory, (long)from, m->directory, (long)to);
    }
    close_descriptor(&m->log);
}

/* The log that frames go to; opened anew after a rotation, again and again where that fails. */
static int log_is_open(struct monitor *m)
{
    int error;
    if (m->log >= 0)
        return 1;
    m->log = open_beside(m, log_name, OPEN_APPEND | OPEN_TRUNCATE, 0640, &error);
    m->log_size = 0;
    if (error)
        m->log = -1;
    return !error;
}

/* A frame is written whole or not at all: a disk that is full must not leave half of one. */
static int append(struct monitor *m, const void *bytes, size_t length)
{
    int error;
    long written = CALL(&error, SYS_WRITE, m->log, (long)bytes, (long)length);
    if (!error && written == (long)length) {
        m->log_size += length;
        return 1;
    }
    if (!error && written > 0)
        CALL(&error, SYS_FTRUNCATE, m->log, (long)m->log_size);
    return 0;
}

static int append_dropped(struct monitor *m)
{
    struct {
        struct log_frame header;
        uint64_t count;
    } frame = {{now(), sizeof(uint64_t), STREAM_DROPPED, {0}}, m->dropped};
    if (!append(m, &frame, sizeof frame))
        return 0;
    m->dropped = 0;
    return 1;
}

static void append_frame(struct monitor *m, unsigned stream, size_t length)
{
    size_t size = sizeof m->frame + length;
    m->frame = (struct log_frame){now(), (uint32_t)length, (uint8_t)stream, {0}};
    if (m->log >= 0 && m->log_limit && m->log_size && m->log_size + size > m->log_limit)
        rotate(m);
    if (!log_is_open(m) || (m->dropped && !append_dropped(m)) || !append(m, &m->frame, size))
        m->dropped += length;
}

static void relay(struct monitor *m, unsigned index)
{
    int error;
    if (m->streams[index] < 0)
        return;
    long count = CALL(&error, SYS_READ, m->streams[index], (long)m->bytes, RELAY_SIZE);
    if (error == EINTR_ || error == EAGAIN_)
        return;
    if (error || count == 0)
        close_descriptor(&m->streams[index]);
    else if (m->logging)
        append_frame(m, index + STREAM_OUTPUT, (size_t)count);
}

/* Reaps one process, if one has ended; errno. */
static int reap_one(struct monitor *m, long which, long *pid)
{
    int error, status;
    do
        *pid = CALL(&error, SYS_WAIT4, which, (long)&status, WAIT_NO_HANG | WAIT_ALL, 0);
    while (error == EINTR_);
    if (!error && *pid == m->child && !m->ended) {
        m->ended = 1;
        m->status = status;
        m->ended_at = now();
    }
    return error;
}

/* The child by its identifier, since FreeBSD gives one with a process descriptor to nobody who waits for any; then those that were left to us.
   errno, when the child is not ours. */
static int reap(struct monitor *m)
{
    long pid;
    int error = m->ended ? 0 : reap_one(m, m->child, &pid);
    while (reap_one(m, -1, &pid) == 0 && pid > 0)
        ;
    return error;
}

static void ignore_signals(void)
{
    static const uint8_t ignored[] = {SIGNAL_HUP, SIGNAL_INT, SIGNAL_QUIT, SIGNAL_PIPE, SIGNAL_TERM};
    /* SIG_IGN is 1; in both layouts the handler comes first and 32 bytes are enough. */
    const uint64_t action[4] = {1, 0, 0, 0};
    int error;
    for (unsigned i = 0; i < sizeof ignored; i++)
        CALL(&error, SYS_SIGACTION, ignored[i], (long)action, 0, 8);
}

/* The status must reach the file on a full disk too: its block is taken now, and only overwritten later. */
static int reserve_exit_file(struct monitor *m)
{
    char reserve[EXIT_FILE_RESERVE];
    int error;
    m->exit_file = open_beside(m, exit_temporary_name, OPEN_TRUNCATE, 0644, &error);
    if (error)
        return error;
    for (unsigned i = 0; i < sizeof reserve; i++)
        reserve[i] = '\n';
    CALL(&error, SYS_PWRITE, m->exit_file, (long)reserve, sizeof reserve, 0);
    return error;
}

static void write_exit_file(struct monitor *m)
{
    char text[EXIT_FILE_RESERVE], *end = text;
    int error;
    end = decimal(end, (uint32_t)m->status);
    *end++ = ' ';
    end = decimal(end, (uint64_t)m->ended_at);
    *end++ = '\n';
    CALL(&error, SYS_PWRITE, m->exit_file, (long)text, end - text, 0);
    CALL(&error, SYS_FTRUNCATE, m->exit_file, end - text);
    CALL(&error, SYS_RENAMEAT, m->directory, (long)exit_temporary_name, m->directory, (long)exit_name);
}

int monitor_open(struct monitor *m)
{
    int error;
    m->logging = m->log >= 0;
    m->ended = 0;
    m->dropped = 0;
    m->log_size = 0;
    m->events = -1;
    if (m->rotated > ROTATED_MAX)
        m->rotated = ROTATED_MAX;
    if (m->logging) {
        m->log_size = (uint64_t)CALL(&error, SYS_LSEEK, m->log, 0, SEEK_TO_END);
        if (error)
            return error;
    }
    if ((error = reserve_exit_file(m)) != 0)
        return error;
    ignore_signals();
    m->events = events_open(m->streams, m->child, &error);
    if (error)
        return error;
    /* A child that is not ours would never be seen to end. */
    return reap(m);
}

static void relay_ready(struct monitor *m, unsigned ready)
{
    if (ready & EVENT_OUTPUT)
        relay(m, 0);
    if (ready & EVENT_ERROR)
        relay(m, 1);
    if (ready & EVENT_CHILD)
        reap(m);
}

/* The child is gone, but what it wrote is in the pipes, and others may still hold them. */
static void drain(struct monitor *m)
{
    const int64_t deadline = m->ended_at + (int64_t)GRACE_MILLISECONDS * NANOSECONDS_PER_MILLISECOND;
    while (m->streams[0] >= 0 || m->streams[1] >= 0) {
        int64_t left = deadline - now();
        if (left <= 0 || left > (int64_t)GRACE_MILLISECONDS * NANOSECONDS_PER_MILLISECOND)
            break;
        relay_ready(m, events_wait(m->events, m->streams, (long)(left / NANOSECONDS_PER_MILLISECOND) + 1));
    }
    for (unsigned i = 0; i < DRAIN_READS; i++) {
        unsigned ready = events_wait(m->events, m->streams, 0) & (EVENT_OUTPUT | EVENT_ERROR);
        if (!ready)
            break;
        relay_ready(m, ready);
    }
}

void monitor_run(struct monitor *m)
{
    while (!m->ended)
        relay_ready(m, events_wait(m->events, m->streams, -1));
    drain(m);
    if (m->dropped && log_is_open(m))
        append_dropped(m);
    write_exit_file(m);
}
