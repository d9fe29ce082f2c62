/* process_main gets the place of argc, which the kernel leaves in rdi; the stack begins elsewhere.
   Arguments of calls in rdi rsi rdx r10 r8 r9, more on the stack above one word; carry tells an error, errno in rax.
   The kernel clobbers rcx, rdx and r8 ... r11. */
    .text
    .globl _start
_start:
    xorl %ebp, %ebp
    andq $-16, %rsp
    call process_main
    hlt

    .globl kernel_call
kernel_call:
    pushq %rdx
    movq %rdi, %rax
    pushq 56(%rsi)
    pushq 48(%rsi)
    pushq $0
    movq 40(%rsi), %r9
    movq 32(%rsi), %r8
    movq 24(%rsi), %r10
    movq 16(%rsi), %rdx
    movq 0(%rsi), %rdi
    movq 8(%rsi), %rsi
    syscall
    movl $0, %ecx
    jnc 1f
    movl %eax, %ecx
    movq $-1, %rax
1:  addq $24, %rsp
    popq %rdx
    movl %ecx, (%rdx)
    ret

#include "freebsd_brand.h"
    .section .note.GNU-stack, "", @progbits
