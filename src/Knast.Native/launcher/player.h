/* The player: checks a program once, then plays it. It has no globals, so that a server can hold several. */
#ifndef KNAST_PLAYER_H
#define KNAST_PLAYER_H

#include <stddef.h>

#include "program.h"

enum { PLAYER_CHILDREN = 8 };

struct player {
    unsigned char *image;
    size_t size;
    int report_descriptor;
    unsigned child_count;
    long children[PLAYER_CHILDREN];
    uint64_t registers[PROGRAM_REGISTERS_MAX];
};

/* 0, or the refusal, with the record (or relocation) it is about in *index. Changes nothing. */
enum refusal check_program(const unsigned char *image, size_t size, uint32_t *index);

/* Plays a checked program, which it changes (pointers, patches); the result is the exit status of this process.
   It returns once in every process that the program forks. */
int play(struct player *player);

/* errno, or 0. The descriptor travels along as SCM_RIGHTS unless it is negative. */
int send_frame(int to, enum frame_kind kind, uint32_t tag, uint64_t value, int descriptor);

#endif
