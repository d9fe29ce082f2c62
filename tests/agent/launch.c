#include "agent.h"

enum { REPORT_DESCRIPTOR = 3, PROGRAM_DESCRIPTOR = 4, STATUS_REFUSED = 125, NOT_A_RECORD = -1 };

struct launch {
    uint32_t mapping_count;
    const struct descriptor_mapping *mappings;
    const unsigned char *image;
    size_t image_size;
};

static int read_launch(const unsigned char *frame, size_t length, struct launch *launch)
{
    const struct launch_request *head = (const struct launch_request *)frame;
    if (length < sizeof *head || head->mapping_count > AGENT_MAPPINGS_MAX)
        return 0;
    launch->mapping_count = head->mapping_count;
    launch->mappings = (const struct descriptor_mapping *)(head + 1);
    launch->image = (const unsigned char *)(launch->mappings + launch->mapping_count);
    launch->image_size = head->image_size;
    return length == sizeof *head + launch->mapping_count * sizeof *launch->mappings + launch->image_size;
}

/* The same numbers are taken as where a launcher is executed, so that a program means the same everywhere. */
static int targets_are_free(const struct launch *launch)
{
    unsigned char taken[AGENT_TARGET_MAX + 1] = {[REPORT_DESCRIPTOR] = 1, [PROGRAM_DESCRIPTOR] = 1};
    for (uint32_t i = 0; i < launch->mapping_count; i++) {
        int32_t target = launch->mappings[i].target;
        if (target < 0 || target > AGENT_TARGET_MAX || taken[target]++)
            return 0;
    }
    return 1;
}

static int check_sources(const struct launch *launch)
{
    int error = 0;
    for (uint32_t i = 0; i < launch->mapping_count && !error; i++)
        if (launch->mappings[i].source >= 0)
            CALL(&error, SYS_FCNTL, launch->mappings[i].source, GET_DESCRIPTOR_FLAGS);
    return error;
}

__attribute__((noreturn)) static void fail(int report, int error)
{
    send_frame(report, FRAME_FAILURE, (uint32_t)NOT_A_RECORD, (uint64_t)error, -1);
    leave(STATUS_REFUSED);
}

/* Beyond all targets, so that making one descriptor never closes the source of another. */
static int move_above(int report, int source)
{
    int error;
    long number = CALL(&error, SYS_FCNTL, source, DUPLICATE_CLOSE_ON_EXEC, AGENT_TARGET_MAX + 1);
    if (error)
        fail(report, error);
    return (int)number;
}

static void open_nothing(int report, int target)
{
    int error;
    long number = CALL(&error, SYS_OPENAT, CURRENT_DIRECTORY, (long)"/dev/null", OPEN_READ_WRITE);
    if (error)
        fail(report, error);
    if (number != target) {
        duplicate_to((int)number, target, &error);
        CALL(&error, SYS_CLOSE, number);
    }
}

/* Nothing of the agent's and of its client's is left but what was asked for. */
static void arrange_descriptors(const struct launch *launch, int report)
{
    unsigned char wanted[AGENT_TARGET_MAX + 1] = {[REPORT_DESCRIPTOR] = 1};
    int sources[AGENT_MAPPINGS_MAX], error;
    report = move_above(report, report);
    for (uint32_t i = 0; i < launch->mapping_count; i++)
        sources[i] = launch->mappings[i].source < 0 ? -1 : move_above(report, launch->mappings[i].source);
    for (int number = 0; number <= AGENT_TARGET_MAX; number++)
        CALL(&error, SYS_CLOSE, number);
    for (uint32_t i = 0; i < launch->mapping_count; i++) {
        int target = launch->mappings[i].target;
        wanted[target] = 1;
        if (sources[i] < 0)
            open_nothing(report, target);
        else
            duplicate_to(sources[i], target, &error);
    }
    for (int number = 0; number < REPORT_DESCRIPTOR; number++)
        if (!wanted[number])
            open_nothing(report, number);
    duplicate_to(report, REPORT_DESCRIPTOR, &error);
    CALL(&error, SYS_FCNTL, REPORT_DESCRIPTOR, DESCRIPTOR_SET_FLAGS, DESCRIPTOR_CLOSE_ON_EXEC);
    CALL(&error, SYS_CLOSE_RANGE, AGENT_TARGET_MAX + 1, 0xffffffffL, 0);
}

/* In pages of its own: the monitor gives back the memory of its program. */
static unsigned char *copy_image(const struct launch *launch)
{
    int error;
    long image = CALL(&error, SYS_MMAP, 0, (long)launch->image_size, PROTECTION_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
    if (error)
        fail(REPORT_DESCRIPTOR, error);
    __builtin_memcpy((unsigned char *)image, launch->image, launch->image_size);
    return (unsigned char *)image;
}

__attribute__((noreturn)) static void child(struct server *server, const struct launch *launch, int report)
{
    struct player player = {.report_descriptor = REPORT_DESCRIPTOR, .size = launch->image_size};
    uint32_t index = 0;
    int error;
    signals_default();
    arrange_descriptors(launch, report);
    prepare_process();
    enum refusal refused = launch->image_size < sizeof(struct program_header) ? REFUSED_SIZE : 0;
    if (!refused) {
        player.image = copy_image(launch);
        CALL(&error, SYS_MUNMAP, (long)server->frame, AGENT_FRAME_MAX);
        CALL(&error, SYS_MUNMAP, (long)server->blocks, AGENT_BLOCKS_SIZE);
        refused = check_program(player.image, player.size, &index);
    }
    if (refused) {
        send_frame(REPORT_DESCRIPTOR, FRAME_REFUSAL, refused, index, -1);
        leave(STATUS_REFUSED);
    }
    leave(play(&player));
}

static struct agent_reply start(struct server *server, const struct launch *launch)
{
    struct agent_reply reply = {.value = -1};
    int pair[2], error;
    if ((reply.error = check_sources(launch)) != 0)
        return reply;
    CALL(&reply.error, SYS_SOCKETPAIR, UNIX_FAMILY, SOCKET_SEQUENCED_PACKETS | SOCKET_CLOSE_ON_EXEC, 0, (long)pair);
    if (reply.error)
        return reply;
    reply.value = fork_child(FORK_SIGNAL, NULL, &reply.error);
    if (!reply.error && reply.value == 0)
        child(server, launch, pair[1]);
    CALL(&error, SYS_CLOSE, pair[1]);
    if (reply.error)
        CALL(&error, SYS_CLOSE, pair[0]);
    reply.flags = (uint32_t)pair[0];
    return reply;
}

int launch_verb(struct server *server, size_t length)
{
    struct launch launch;
    if (!read_launch(server->frame, length, &launch) || !targets_are_free(&launch))
        return 0;
    struct agent_reply reply = start(server, &launch);
    return send_reply(server, VERB_LAUNCH, &reply, sizeof reply, 0, 0);
}
