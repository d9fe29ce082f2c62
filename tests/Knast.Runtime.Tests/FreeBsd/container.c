/* A static program without libc for containers of the tests: exit N | echo TEXT | sleep | id | open PATH. */
typedef unsigned long word;

static long call(long number, long a, long b, long c)
{
    long result;
    unsigned char failed;
#if defined(__x86_64__)
    __asm__ volatile("syscall" : "=a"(result), "=@ccc"(failed) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r8", "r9", "r10", "r11", "memory");
#else
#error only amd64
#endif
    return failed ? -result : result;
}

static void put(const char *text)
{
    long length = 0;
    while (text[length])
        length++;
    call(4, 1, (long)text, length);
}

static void put_number(long value)
{
    char digits[24], *end = digits + 23;
    *end = 0;
    int negative = value < 0;
    unsigned long rest = negative ? -value : value;
    do
        *--end = '0' + rest % 10;
    while (rest /= 10);
    if (negative)
        *--end = '-';
    put(end);
}

static long number(const char *text)
{
    long value = 0;
    while (*text >= '0' && *text <= '9')
        value = value * 10 + (*text++ - '0');
    return value;
}

__attribute__((noreturn, used)) static void run(word *arguments)
{
    char **argv = (char **)(arguments + 1);
    const char *verb = arguments[0] > 1 ? argv[1] : "exit";
    long status = 0;
    if (verb[0] == 'e' && verb[1] == 'x') {
        status = arguments[0] > 2 ? number(argv[2]) : 0;
    } else if (verb[0] == 'e') {
        put(argv[2]);
        put("\n");
    } else if (verb[0] == 's') {
        put("sleeping\n");
        long time[2] = {1000, 0};
        for (;;)
            call(240, (long)time, 0, 0);
    } else if (verb[0] == 'i') {
        put_number(call(24, 0, 0, 0));
        put(" ");
        put_number(call(47, 0, 0, 0));
        put("\n");
    } else {
        put_number(call(499, -100, (long)argv[2], 0));
        put("\n");
    }
    for (;;)
        call(1, status, 0, 0);
}

__attribute__((naked, noreturn)) void _start(void)
{
    __asm__("and $-16, %%rsp\n\tcall %P0" : : "i"(run));
}
