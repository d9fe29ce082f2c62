#include "agent.h"

static uint16_t swap16(uint16_t value)
{
    return (uint16_t)(value << 8 | value >> 8);
}

static void require(int error, const char *what)
{
    if (error)
        give_up("cannot listen: ", what);
}

static void announce(void)
{
    struct internet_address bound;
    uint32_t size = sizeof bound;
    int error;
    CALL(&error, SYS_GETSOCKNAME, LISTENER, (long)&bound, (long)&size);
    require(error, "getsockname");
    const unsigned char *part = (const unsigned char *)&bound.address;
    say("knast agent: listening on ");
    for (unsigned i = 0; i < 4; i++) {
        say_number(part[i]);
        say(i < 3 ? "." : ":");
    }
    say_number(swap16(bound.port));
    say("\n");
}

void listen_at(const struct configuration *configuration)
{
    struct internet_address address = {.port = swap16(configuration->port), .address = __builtin_bswap32(configuration->address)};
    const int on = 1;
    int error;
    internet_address_open(&address);
    long listener = CALL(&error, SYS_SOCKET, INTERNET_FAMILY, SOCKET_STREAM | SOCKET_CLOSE_ON_EXEC, 0);
    require(error, "socket");
    CALL(&error, SYS_SETSOCKOPT, listener, SOCKET_LEVEL, REUSE_ADDRESS, (long)&on, sizeof on);
    require(error, "setsockopt");
    CALL(&error, SYS_BIND, listener, (long)&address, sizeof address);
    require(error, "bind");
    CALL(&error, SYS_LISTEN, listener, 8);
    require(error, "listen");
    if (listener != LISTENER) {
        duplicate_to((int)listener, LISTENER, &error);
        require(error, "dup2");
        CALL(&error, SYS_FCNTL, LISTENER, DESCRIPTOR_SET_FLAGS, DESCRIPTOR_CLOSE_ON_EXEC);
    }
    CALL(&error, SYS_CLOSE_RANGE, FIRST_OF_CLIENT, 0xffffffffL, 0);
    require(error, "close_range");
    announce();
}
