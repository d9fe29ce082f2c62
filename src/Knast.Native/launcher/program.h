/* The format of a program: docs/programs.md says what every field means, Programs/ProgramFormat.cs mirrors it. */
#ifndef KNAST_PROGRAM_H
#define KNAST_PROGRAM_H

#include <stdint.h>

enum {
    PROGRAM_MAGIC = 0x47504e4b, /* "KNPG" */
    PROGRAM_VERSION = 1,
    PROGRAM_SIZE_MAX = 16 << 20,
    PROGRAM_RECORDS_MAX = 65535,
    PROGRAM_REGISTERS_MAX = 64,
    PROGRAM_OPERANDS = 8,
    PROGRAM_NO_REGISTER = 0xffff,
    PROGRAM_DECIMAL_SIZE = 21, /* the longest i64 in decimal, and its NUL */
};

enum record_kind {
    RECORD_CALL = 1,
    RECORD_STORE,
    RECORD_PATCH,
    RECORD_FORK,
    RECORD_REPORT,
    RECORD_AWAIT,
    RECORD_EXIT,
    RECORD_MONITOR,
};

enum operand_kind {
    OPERAND_IMMEDIATE,
    OPERAND_ADDRESS,
    OPERAND_REGISTER,
    OPERAND_LOAD8,
    OPERAND_LOAD16,
    OPERAND_LOAD32,
    OPERAND_LOAD64,
};

enum frame_kind {
    FRAME_REPORT = 1,
    FRAME_FAILURE,
    FRAME_REFUSAL,
};

/* Why an image is refused before anything of it is played. */
enum refusal {
    REFUSED_SIZE = 1,
    REFUSED_MAGIC,
    REFUSED_VERSION,
    REFUSED_TARGET,
    REFUSED_LAYOUT,
    REFUSED_KIND,
    REFUSED_OPERAND,
    REFUSED_REGISTER,
    REFUSED_ON_ERRNO,
    REFUSED_PATCH,
    REFUSED_FORK,
    REFUSED_RELOCATION,
};

struct program_header {
    uint32_t magic;
    uint16_t version;
    uint8_t system;
    uint8_t architecture;
    uint32_t total_size;
    uint32_t record_count;
    uint32_t relocation_count;
    uint32_t on_errno_count;
    uint32_t data_offset;
    uint32_t data_size;
    uint32_t register_count;
    uint32_t failure_status;
    uint32_t reserved[6];
};

struct program_record {
    uint8_t kind;
    uint8_t operand_count;
    uint16_t result;
    uint32_t number;
    uint32_t on_errno_first;
    uint16_t on_errno_count;
    uint16_t second;
    uint8_t operand_kinds[PROGRAM_OPERANDS];
    uint64_t operands[PROGRAM_OPERANDS];
};

struct program_relocation {
    uint32_t at;
    uint32_t to;
};

struct program_on_errno {
    uint32_t error;
    uint32_t skip;
};

struct program_frame {
    uint32_t kind;
    uint32_t tag;
    uint64_t value;
};

_Static_assert(sizeof(struct program_header) == 64, "header");
_Static_assert(sizeof(struct program_record) == 88, "record");
_Static_assert(sizeof(struct program_frame) == 16, "frame");

#endif
