/* process_main gets the place of argc, which is where the stack begins. Arguments of calls in x0 ... x5, number in x8; an error is -4095 ... -1 in x0. */
    .text
    .globl _start
_start:
    mov x29, #0
    mov x30, #0
    mov x0, sp
    bl process_main
    brk #0

    .globl kernel_call
kernel_call:
    mov x9, x1
    mov x10, x2
    mov x8, x0
    ldp x0, x1, [x9]
    ldp x2, x3, [x9, #16]
    ldp x4, x5, [x9, #32]
    svc #0
    mov w9, #0
    cmn x0, #4095
    b.lo 1f
    neg w9, w0
1:  str w9, [x10]
    ret

    .section .note.GNU-stack, "", @progbits
