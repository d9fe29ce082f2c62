#include "agent.h"
#include "freebsd_host.h"

enum {
    ROUTE_FAMILY = 17,
    SOCKET_DATAGRAM = 2,
    SOCKET_RAW = 3,
    INTERFACE_UP = 1,
    LOOPBACK = 0x7f000001,
    LOOPBACK_NETMASK = (int)0xff000000,
};

static const unsigned long SET_FLAGS = 0x80206910, GET_FLAGS = 0xc0206911, ADD_ADDRESS = 0x8044692b;

struct interface_request {
    char name[INTERFACE_NAME_SIZE];
    uint16_t flags_low;
    uint16_t flags_high;
    unsigned char rest[12];
};

struct interface_address {
    char name[INTERFACE_NAME_SIZE];
    struct internet_address address;
    struct internet_address broadcast;
    struct internet_address netmask;
    int vhid;
};

struct route_message {
    uint16_t length;
    uint8_t version;
    uint8_t type;
    uint16_t interface;
    uint16_t spare;
    int flags;
    int addresses;
    int pid;
    int sequence;
    int error;
    int mask;
    uint64_t initialised;
    uint64_t metrics[14];
    struct internet_address destination;
    struct internet_address gateway;
    struct internet_address netmask;
};

_Static_assert(sizeof(struct interface_request) == 32, "struct ifreq");
_Static_assert(sizeof(struct interface_address) == 68, "struct ifaliasreq");
_Static_assert(sizeof(struct route_message) == 152 + 48, "struct rt_msghdr and three struct sockaddr_in");

static void require(int error, const char *what)
{
    if (error) {
        say("knast agent: error ");
        say_number((uint32_t)error);
        say("\n");
        give_up("cannot configure the network: ", what);
    }
}

static struct internet_address internet(uint32_t address)
{
    struct internet_address a = {.address = __builtin_bswap32(address)};
    internet_address_open(&a);
    return a;
}

static void set_address(long socket, const char *name, uint32_t address, uint32_t netmask)
{
    struct interface_address alias = {.address = internet(address), .netmask = internet(netmask), .broadcast = internet(address | ~netmask)};
    struct interface_request request = {0};
    int error;
    text_copy(alias.name, name, sizeof alias.name);
    CALL(&error, SYS_IOCTL, socket, (long)ADD_ADDRESS, (long)&alias);
    require(error, name);
    text_copy(request.name, name, sizeof request.name);
    CALL(&error, SYS_IOCTL, socket, (long)GET_FLAGS, (long)&request);
    require(error, name);
    request.flags_low |= INTERFACE_UP;
    CALL(&error, SYS_IOCTL, socket, (long)SET_FLAGS, (long)&request);
    require(error, name);
}

static void set_default_route(uint32_t gateway)
{
    enum { VERSION = 5, ADD = 1, UP_GATEWAY_STATIC = 0x803, DESTINATION_GATEWAY_NETMASK = 7 };
    struct route_message message = {
        .length = sizeof message,
        .version = VERSION,
        .type = ADD,
        .flags = UP_GATEWAY_STATIC,
        .addresses = DESTINATION_GATEWAY_NETMASK,
        .sequence = 1,
        .destination = internet(0),
        .gateway = internet(gateway),
        .netmask = internet(0),
    };
    int error;
    long socket = CALL(&error, SYS_SOCKET, ROUTE_FAMILY, SOCKET_RAW, 0);
    require(error, "routing socket");
    CALL(&error, SYS_WRITE, socket, (long)&message, sizeof message);
    require(error, "default route");
    CALL(&error, SYS_CLOSE, socket);
}

/* Rows of net.link.generic.ifdata are numbered from 1; a number may be free. */
static void find_first(char *name)
{
    enum { LAST = 64 };
    unsigned char data[208];
    for (int row = 1; row <= LAST; row++) {
        const int query[6] = {4, 18, 0, 2, row, 1};
        size_t size = sizeof data;
        int error;
        CALL(&error, SYS_SYSCTL, (long)query, 6, (long)data, (long)&size, 0, 0);
        if (!error && !(data[0] == 'l' && data[1] == 'o') && !(data[0] == 'p' && data[1] == 'f')) {
            text_copy(name, (const char *)data, INTERFACE_NAME_SIZE);
            return;
        }
    }
    give_up("no network interface", "");
}

void network_open(struct network *network)
{
    int error;
    if (!*network->interface)
        find_first(network->interface);
    long socket = CALL(&error, SYS_SOCKET, INTERNET_FAMILY, SOCKET_DATAGRAM, 0);
    require(error, "socket");
    set_address(socket, "lo0", LOOPBACK, (uint32_t)LOOPBACK_NETMASK);
    set_address(socket, network->interface, network->address, network->netmask);
    CALL(&error, SYS_CLOSE, socket);
    set_default_route(network->gateway);
}
