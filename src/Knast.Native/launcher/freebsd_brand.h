/* The brand by which the kernel knows a FreeBSD binary: vendor, type 1 (ABI tag), __FreeBSD_version it was made for. */
    .section .note.tag, "a", @note
    .p2align 2
    .long 8, 4, 1
    .asciz "FreeBSD"
    .long 1300139
