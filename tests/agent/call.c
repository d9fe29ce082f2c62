#include "agent.h"

/* A request as it lies in the frame; every count is within it. */
struct request {
    const struct call_request *head;
    const struct call_argument *arguments;
    const struct call_pointer *pointers;
    const struct call_block *blocks;
    const unsigned char *bytes;
    size_t byte_count;
};

/* Where the blocks are while the call is made. */
struct layout {
    unsigned char *at[AGENT_BLOCKS_MAX];
};

static size_t aligned(size_t size)
{
    return (size + 15) & ~(size_t)15;
}

static int read_request(const unsigned char *frame, size_t length, struct request *r)
{
    if (length < sizeof *r->head)
        return 0;
    r->head = (const struct call_request *)frame;
    if (r->head->argument_count > AGENT_ARGUMENTS_MAX || r->head->block_count > AGENT_BLOCKS_MAX || r->head->pointer_count > AGENT_POINTERS_MAX)
        return 0;
    r->arguments = (const struct call_argument *)(r->head + 1);
    r->pointers = (const struct call_pointer *)(r->arguments + r->head->argument_count);
    r->blocks = (const struct call_block *)(r->pointers + r->head->pointer_count);
    r->bytes = (const unsigned char *)(r->blocks + r->head->block_count);
    size_t tables = (size_t)(r->bytes - frame);
    if (tables > length)
        return 0;
    r->byte_count = length - tables;
    return 1;
}

static int check_blocks(const struct request *r)
{
    size_t in = 0, all = 0, out = sizeof(struct agent_reply);
    for (uint32_t i = 0; i < r->head->block_count; i++) {
        const struct call_block *block = r->blocks + i;
        if (block->length > AGENT_BLOCKS_SIZE || block->direction < BLOCK_IN || block->direction > (BLOCK_IN | BLOCK_OUT))
            return 0;
        all += aligned(block->length);
        in += block->direction & BLOCK_IN ? block->length : 0;
        out += block->direction & BLOCK_OUT ? block->length : 0;
        if (all > AGENT_BLOCKS_SIZE || out > AGENT_FRAME_MAX)
            return 0;
    }
    return in == r->byte_count;
}

static int check_references(const struct request *r)
{
    for (uint32_t i = 0; i < r->head->argument_count; i++) {
        const struct call_argument *argument = r->arguments + i;
        if (argument->kind > ARGUMENT_BLOCK || (argument->kind == ARGUMENT_BLOCK && argument->value >= r->head->block_count))
            return 0;
    }
    for (uint32_t i = 0; i < r->head->pointer_count; i++) {
        const struct call_pointer *pointer = r->pointers + i;
        if (pointer->from >= r->head->block_count || pointer->to >= r->head->block_count)
            return 0;
        uint32_t from_length = r->blocks[pointer->from].length;
        if (from_length < sizeof(uint64_t) || pointer->from_offset > from_length - sizeof(uint64_t)
            || pointer->to_offset > r->blocks[pointer->to].length)
            return 0;
    }
    return 1;
}

static void lay_out(const struct request *r, unsigned char *blocks, struct layout *layout)
{
    const unsigned char *bytes = r->bytes;
    for (uint32_t i = 0; i < r->head->block_count; i++) {
        const struct call_block *block = r->blocks + i;
        layout->at[i] = blocks;
        if (block->direction & BLOCK_IN) {
            __builtin_memcpy(blocks, bytes, block->length);
            bytes += block->length;
        } else
            __builtin_memset(blocks, 0, block->length);
        blocks += aligned(block->length);
    }
    for (uint32_t i = 0; i < r->head->pointer_count; i++) {
        const struct call_pointer *pointer = r->pointers + i;
        uint64_t address = (uint64_t)(uintptr_t)(layout->at[pointer->to] + pointer->to_offset);
        __builtin_memcpy(layout->at[pointer->from] + pointer->from_offset, &address, sizeof address);
    }
}

/* Addresses of this process mean nothing to the client, and would make two equal answers differ. */
static void clear_pointers(const struct request *r, const struct layout *layout)
{
    for (uint32_t i = 0; i < r->head->pointer_count; i++)
        __builtin_memset(layout->at[r->pointers[i].from] + r->pointers[i].from_offset, 0, sizeof(uint64_t));
}

static struct agent_reply make_call(const struct request *r, const struct layout *layout, uint32_t time_limit)
{
    long arguments[AGENT_ARGUMENTS_MAX] = {0};
    for (uint32_t i = 0; i < r->head->argument_count; i++)
        arguments[i] = r->arguments[i].kind == ARGUMENT_BLOCK ? (long)layout->at[r->arguments[i].value] : (long)r->arguments[i].value;
    struct agent_reply reply = {0};
    unsigned before = alarm_count();
    int error;
    alarm_set(time_limit);
    reply.value = kernel_call((long)r->head->number, arguments, &error);
    alarm_set(0);
    reply.error = error;
    reply.flags = error == EINTR_ && alarm_count() != before ? REPLY_TIME_LIMIT : 0;
    return reply;
}

int call_verb(struct server *server, size_t length)
{
    static struct layout layout;
    static struct kernel_iovec out[AGENT_BLOCKS_MAX];
    struct request request;
    unsigned out_count = 0;
    if (!read_request(server->frame, length, &request) || !check_blocks(&request) || !check_references(&request))
        return 0;
    lay_out(&request, server->blocks, &layout);
    struct agent_reply reply = make_call(&request, &layout, server->configuration->time_limit);
    clear_pointers(&request, &layout);
    for (uint32_t i = 0; i < request.head->block_count; i++)
        if (request.blocks[i].direction & BLOCK_OUT)
            out[out_count++] = (struct kernel_iovec){layout.at[i], request.blocks[i].length};
    return send_reply(server, VERB_CALL, &reply, sizeof reply, out, out_count);
}
