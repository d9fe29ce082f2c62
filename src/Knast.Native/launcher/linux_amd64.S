/* process_main gets the place of argc, which is where the stack begins. Arguments of calls in rdi rsi rdx r10 r8 r9; an error is -4095 ... -1 in rax. */
    .text
    .globl _start
_start:
    xorl %ebp, %ebp
    movq %rsp, %rdi
    andq $-16, %rsp
    call process_main
    hlt

    .globl kernel_call
kernel_call:
    pushq %rdx
    movq %rdi, %rax
    movq 40(%rsi), %r9
    movq 32(%rsi), %r8
    movq 24(%rsi), %r10
    movq 16(%rsi), %rdx
    movq 0(%rsi), %rdi
    movq 8(%rsi), %rsi
    syscall
    popq %rdx
    xorl %ecx, %ecx
    cmpq $-4096, %rax
    jbe 1f
    movl %eax, %ecx
    negl %ecx
1:  movl %ecx, (%rdx)
    ret

    .section .note.GNU-stack, "", @progbits
