/* What a bare kernel needs before anybody can be served. */
#ifndef KNAST_AGENT_FREEBSD_HOST_H
#define KNAST_AGENT_FREEBSD_HOST_H

#include <stdint.h>

enum { INTERFACE_NAME_SIZE = 16, ECHILD_ = 10 };

struct network {
    char interface[INTERFACE_NAME_SIZE]; /* empty: the first one that is no loopback */
    uint32_t address;                    /* all in host order */
    uint32_t netmask;
    uint32_t gateway;
};

/* devfs where it is missing, and tmpfs wherever the root, which is read-only, has a directory for it. */
void mount_work(void);

void network_open(struct network *network);

#endif
