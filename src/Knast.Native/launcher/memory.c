/* The compiler may call these for large initialisers and copies, whatever it is told. */
#include <stddef.h>

void *memset(void *to, int value, size_t length);
void *memcpy(void *restrict to, const void *restrict from, size_t length);

/* volatile: else the loop is recognised and replaced by a call of itself. */
void *memset(void *to, int value, size_t length)
{
    volatile unsigned char *t = to;
    while (length--)
        *t++ = (unsigned char)value;
    return to;
}

void *memcpy(void *restrict to, const void *restrict from, size_t length)
{
    volatile unsigned char *t = to;
    const unsigned char *f = from;
    while (length--)
        *t++ = *f++;
    return to;
}
