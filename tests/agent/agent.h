/* The agent: the player as a server of the seam, one client at a time. */
#ifndef KNAST_AGENT_H
#define KNAST_AGENT_H

#include "../../src/Knast.Native/launcher/player.h"
#include "../../src/Knast.Native/launcher/system.h"
#include "protocol.h"

#if defined(__linux__)
#include "linux_calls.h"
#else
#include "freebsd_calls.h"
#endif

enum {
    UNIX_FAMILY = 1,
    INTERNET_FAMILY = 2,
    SOCKET_STREAM = 1,
    SOCKET_SEQUENCED_PACKETS = 5,
    TCP = 6,
    TCP_NO_DELAY = 1,
    OPEN_READ_WRITE = 2,
    PROTECTION_READ_WRITE = 3,
    POLL_IN = 1,
    SIGNAL_ALARM = 14,
    CURRENT_DIRECTORY = -100,
    LISTENER = 3,           /* after the standard descriptors */
    FIRST_OF_CLIENT = 4,    /* this one and all above go when the client goes */
    TIME_LIMIT = 10,        /* seconds, unless told otherwise */
    TIME_LIMIT_MAX = 3600,
    STATUS_UNUSABLE = 2,
};

struct poll_entry {
    int descriptor;
    short events;
    short ready;
};

struct configuration {
    char token[AGENT_TOKEN_MAX + 1];
    size_t token_length;
    uint32_t address; /* host order */
    uint16_t port;
    uint32_t time_limit; /* seconds for a call, and for the rest of a frame once it has begun */
    int is_init;
};

struct server {
    const struct configuration *configuration;
    int client;
    unsigned char *frame;  /* AGENT_FRAME_MAX: the request, whatever the verb */
    unsigned char *blocks; /* AGENT_BLOCKS_SIZE: what a call works on */
};

/* linux_host.c, freebsd_host.c: what differs between the systems. */
uint32_t host_kernel_version(void);
/* Says on the console what is wrong and gives up where it must. */
void host_configure(struct configuration *configuration, const long *start);
void host_power_off(const struct configuration *configuration);

/* environment.c */
void environment_configure(struct configuration *configuration, const long *start);

/* signals.c */
void signals_open(void);
void signals_default(void);
/* Interrupts what blocks after so many seconds, and again each second; 0: never. */
void alarm_set(long seconds);
unsigned alarm_count(void);

/* text.c */
size_t text_length(const char *text);
void text_copy(char *to, const char *from, size_t size);
void say(const char *text);
void say_number(uint32_t number);
int parse_number(const char *text, uint32_t largest, uint32_t *number);
/* Dotted decimal, in host order. */
int parse_address(const char *text, uint32_t *address);
__attribute__((noreturn)) void give_up(const char *why, const char *what);

/* listener.c */
void listen_at(const struct configuration *configuration);

/* server.c */
__attribute__((noreturn)) void serve(struct server *server);
/* Whether the client is still to be served. */
int send_reply(struct server *server, enum agent_verb verb, const void *head, size_t head_size, const struct kernel_iovec *rest, unsigned rest_count);

/* call.c, launch.c: 0 when the request is malformed or the client gone. */
int call_verb(struct server *server, size_t length);
int launch_verb(struct server *server, size_t length);

__attribute__((noreturn)) void leave(int status);

#endif
