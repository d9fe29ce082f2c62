/* process_main gets the place of argc, which the kernel leaves in x0. Arguments of calls in x0 ... x7, number in x8; carry tells an error, errno in x0. */
    .text
    .globl _start
_start:
    mov x29, #0
    mov x30, #0
    bl process_main
    brk #0

    .globl kernel_call
kernel_call:
    stp x29, x30, [sp, #-32]!
    str x2, [sp, #16]
    mov x9, x1
    mov x8, x0
    ldp x0, x1, [x9]
    ldp x2, x3, [x9, #16]
    ldp x4, x5, [x9, #32]
    ldp x6, x7, [x9, #48]
    svc #0
    mov w9, #0
    b.cc 1f
    mov w9, w0
    mov x0, #-1
1:  ldr x10, [sp, #16]
    str w9, [x10]
    ldp x29, x30, [sp], #32
    ret

#include "freebsd_brand.h"
    .section .note.GNU-stack, "", @progbits
