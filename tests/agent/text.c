#include "agent.h"

size_t text_length(const char *text)
{
    size_t length = 0;
    while (text[length])
        length++;
    return length;
}

/* Cuts what does not fit. */
void text_copy(char *to, const char *from, size_t size)
{
    size_t length = 0;
    for (; length + 1 < size && from[length]; length++)
        to[length] = from[length];
    to[length] = 0;
}

void say(const char *text)
{
    int error;
    CALL(&error, SYS_WRITE, 1, (long)text, (long)text_length(text));
}

void say_number(uint32_t number)
{
    char digits[11], *at = digits + sizeof digits;
    *--at = 0;
    do
        *--at = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    say(at);
}

int parse_number(const char *text, uint32_t largest, uint32_t *number)
{
    uint64_t value = 0;
    if (!*text)
        return 0;
    for (; *text; text++) {
        if (*text < '0' || *text > '9' || (value = value * 10 + (uint64_t)(*text - '0')) > largest)
            return 0;
    }
    *number = (uint32_t)value;
    return 1;
}

int parse_address(const char *text, uint32_t *address)
{
    uint32_t part, whole = 0;
    for (unsigned i = 0; i < 4; i++) {
        char digits[4];
        unsigned length = 0;
        while (*text && *text != '.' && length < 3)
            digits[length++] = *text++;
        digits[length] = 0;
        if (!parse_number(digits, 255, &part) || *text != (i == 3 ? 0 : '.'))
            return 0;
        text++;
        whole = whole << 8 | part;
    }
    *address = whole;
    return 1;
}

void give_up(const char *why, const char *what)
{
    say("knast agent: ");
    say(why);
    say(what);
    say("\n");
    leave(STATUS_UNUSABLE);
}
