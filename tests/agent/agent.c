#include "agent.h"

void leave(int status)
{
    int error;
    for (;;)
        CALL(&error, SYS_EXIT, status);
}

static unsigned char *map(size_t size)
{
    int error;
    long at = CALL(&error, SYS_MMAP, 0, (long)size, PROTECTION_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
    if (error)
        give_up("no memory", "");
    return (unsigned char *)at;
}

__attribute__((noreturn, used)) void process_main(const long *start);

void process_main(const long *start)
{
    static struct configuration configuration = {.time_limit = TIME_LIMIT};
    static struct server server = {.configuration = &configuration};
    signals_open();
    host_configure(&configuration, start);
    server.frame = map(AGENT_FRAME_MAX);
    server.blocks = map(AGENT_BLOCKS_SIZE);
    listen_at(&configuration);
    serve(&server);
}
