#include "agent.h"

/* Whatever a client does not send in time, or at all, ends its session. */
static int receive(struct server *server, void *to, size_t length)
{
    unsigned char *at = to;
    int error;
    while (length) {
        long count = CALL(&error, SYS_RECVFROM, server->client, (long)at, (long)length, MESSAGE_WAIT_ALL, 0, 0);
        if (error || count == 0)
            return 0;
        at += count;
        length -= (size_t)count;
    }
    return 1;
}

static int send_all(struct server *server, const void *from, size_t length)
{
    const unsigned char *at = from;
    int error;
    while (length) {
        long count = CALL(&error, SYS_SENDTO, server->client, (long)at, (long)length, MESSAGE_NO_SIGNAL, 0, 0);
        if (error)
            return 0;
        at += count;
        length -= (size_t)count;
    }
    return 1;
}

/* One segment for a small reply, since each send of ours is one. */
enum { SMALL_REPLY = 4096 };

int send_reply(struct server *server, enum agent_verb verb, const void *head, size_t head_size, const struct kernel_iovec *rest, unsigned rest_count)
{
    unsigned char small[SMALL_REPLY];
    struct agent_header header = {.length = (uint32_t)head_size, .verb = verb};
    size_t filled = sizeof header;
    int sent = 1;
    for (unsigned i = 0; i < rest_count; i++)
        header.length += (uint32_t)rest[i].length;
    __builtin_memcpy(small, &header, sizeof header);
    alarm_set(server->configuration->time_limit);
    for (unsigned i = 0; i <= rest_count && sent; i++) {
        const void *part = i == 0 ? head : rest[i - 1].base;
        size_t length = i == 0 ? head_size : rest[i - 1].length;
        if (length > sizeof small - filled) {
            sent = send_all(server, small, filled);
            filled = 0;
        }
        if (length > sizeof small)
            sent = sent && send_all(server, part, length);
        else {
            __builtin_memcpy(small + filled, part, length);
            filled += length;
        }
    }
    sent = sent && send_all(server, small, filled);
    alarm_set(0);
    return sent;
}

/* A client may be silent between frames for as long as it likes. */
static int await_frame(struct server *server)
{
    struct poll_entry entry = {.descriptor = server->client, .events = POLL_IN};
    int error;
    do
        CALL(&error, SYS_POLL_TIMED, (long)&entry, 1, 0, 0, SIGNAL_SET_SIZE);
    while (error == EINTR_);
    return !error;
}

static int receive_frame(struct server *server, struct agent_header *header, size_t largest)
{
    alarm_set(server->configuration->time_limit);
    int received = receive(server, header, sizeof *header) && header->length <= largest
        && receive(server, server->frame, header->length);
    alarm_set(0);
    return received;
}

/* In the same time for every wrong token of the right length. */
static int token_is_right(const struct configuration *configuration, const unsigned char *token, size_t length)
{
    unsigned difference = 0;
    if (length != configuration->token_length)
        return 0;
    for (size_t i = 0; i < length; i++)
        difference |= (unsigned)(token[i] ^ (unsigned char)configuration->token[i]);
    return difference == 0;
}

static int greet(struct server *server)
{
    const struct hello_request *hello = (const struct hello_request *)server->frame;
    struct agent_header header;
    if (!receive_frame(server, &header, sizeof *hello + AGENT_TOKEN_MAX) || header.verb != VERB_HELLO || header.length < sizeof *hello
        || hello->magic != AGENT_MAGIC || hello->version != AGENT_VERSION || header.length != sizeof *hello + hello->token_length
        || !token_is_right(server->configuration, server->frame + sizeof *hello, hello->token_length))
        return 0;
    struct hello_reply reply = {
        .magic = AGENT_MAGIC,
        .version = AGENT_VERSION,
        .system = TARGET_SYSTEM,
        .architecture = TARGET_ARCHITECTURE,
        .kernel_version = host_kernel_version(),
        .time_limit = server->configuration->time_limit,
    };
    return send_reply(server, VERB_HELLO, &reply, sizeof reply, 0, 0);
}

static int answer(struct server *server)
{
    struct agent_header header;
    if (!await_frame(server) || !receive_frame(server, &header, AGENT_FRAME_MAX))
        return 0;
    switch (header.verb) {
    case VERB_CALL:
        return call_verb(server, header.length);
    case VERB_LAUNCH:
        return launch_verb(server, header.length);
    case VERB_POWER_OFF:
        if (header.length == 0) {
            struct agent_reply done = {0};
            send_reply(server, VERB_POWER_OFF, &done, sizeof done, 0, 0);
            host_power_off(server->configuration);
        }
        return 0;
    default:
        return 0;
    }
}

/* Whether children of earlier clients are left; those that have ended are reaped, since nobody else will. */
static int reap(void)
{
    int error;
    long pid;
    do
        pid = CALL(&error, SYS_WAIT4, -1, 0, WAIT_NO_HANG | WAIT_ALL, 0);
    while (pid > 0 || error == EINTR_);
    return !error;
}

static int accept_client(void)
{
    const struct kernel_timespec now_and_then = {0, 100000000};
    const int on = 1;
    for (;;) {
        struct poll_entry entry = {.descriptor = LISTENER, .events = POLL_IN};
        int error;
        CALL(&error, SYS_POLL_TIMED, (long)&entry, 1, reap() ? (long)&now_and_then : 0, 0, SIGNAL_SET_SIZE);
        if (error || entry.ready == 0)
            continue;
        long client = CALL(&error, SYS_ACCEPT4, LISTENER, 0, 0, SOCKET_CLOSE_ON_EXEC);
        if (error)
            continue;
        CALL(&error, SYS_SETSOCKOPT, client, TCP, TCP_NO_DELAY, (long)&on, sizeof on);
        CALL(&error, SYS_SETSOCKOPT, client, SOCKET_LEVEL, KEEP_ALIVE, (long)&on, sizeof on);
        return (int)client;
    }
}

/* With the descriptors go the report sockets, so a program that waits for its starter ends. */
static void drop_client(void)
{
    int error;
    CALL(&error, SYS_CLOSE_RANGE, FIRST_OF_CLIENT, 0xffffffffL, 0);
    CALL(&error, SYS_CHDIR, (long)"/");
}

void serve(struct server *server)
{
    for (;;) {
        server->client = accept_client();
        if (greet(server))
            while (answer(server))
                ;
        drop_client();
    }
}
