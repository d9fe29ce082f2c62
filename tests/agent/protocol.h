/* The frames between a client and the agent: README.md says what every field means, src/Knast.Native/Remote mirrors it. */
#ifndef KNAST_AGENT_PROTOCOL_H
#define KNAST_AGENT_PROTOCOL_H

#include <stdint.h>

enum {
    AGENT_MAGIC = 0x4741534b, /* "KSAG" */
    AGENT_VERSION = 1,
    AGENT_TOKEN_MAX = 128,
    AGENT_FRAME_MAX = 8 << 20,   /* bytes after the header, either way */
    AGENT_BLOCKS_SIZE = 8 << 20, /* bytes of all blocks of a call, each aligned */
    AGENT_ARGUMENTS_MAX = 8,
    AGENT_BLOCKS_MAX = 4096,
    AGENT_POINTERS_MAX = 4096,
    AGENT_MAPPINGS_MAX = 128,
    AGENT_TARGET_MAX = 127,
};

enum agent_verb {
    VERB_HELLO = 1,
    VERB_CALL,
    VERB_LAUNCH,
    VERB_POWER_OFF,
};

enum argument_kind {
    ARGUMENT_NUMBER,
    ARGUMENT_BLOCK,
};

enum block_direction {
    BLOCK_IN = 1,
    BLOCK_OUT = 2,
};

enum reply_flag {
    REPLY_TIME_LIMIT = 1, /* the agent's alarm ended the call, not the kernel */
};

struct agent_header {
    uint32_t length;
    uint32_t verb;
};

struct hello_request {
    uint32_t magic;
    uint16_t version;
    uint16_t token_length;
};

struct hello_reply {
    uint32_t magic;
    uint16_t version;
    uint8_t system;
    uint8_t architecture;
    uint32_t kernel_version;
    uint32_t time_limit; /* seconds that a call may block */
};

struct call_request {
    uint32_t number;
    uint32_t argument_count;
    uint32_t block_count;
    uint32_t pointer_count;
};

struct call_argument {
    uint64_t value;
    uint32_t kind;
    uint32_t reserved;
};

struct call_pointer {
    uint32_t from;
    uint32_t from_offset;
    uint32_t to;
    uint32_t to_offset;
};

struct call_block {
    uint32_t length;
    uint32_t direction;
};

struct launch_request {
    uint32_t mapping_count;
    uint32_t image_size;
};

struct descriptor_mapping {
    int32_t source; /* -1: /dev/null */
    int32_t target;
};

struct agent_reply {
    int64_t value;
    int32_t error;
    uint32_t flags; /* of a call; the report descriptor of a launch */
};

_Static_assert(sizeof(struct agent_header) == 8, "header");
_Static_assert(sizeof(struct hello_reply) == 16, "hello");
_Static_assert(sizeof(struct agent_reply) == 16, "reply");

#endif
