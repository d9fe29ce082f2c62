/* Linux: the agent is an ordinary process there. */
#include "agent.h"

uint32_t host_kernel_version(void)
{
    enum { FIELD = 65, RELEASE = 2 };
    char fields[6][FIELD];
    uint32_t parts[2] = {0};
    int error;
    CALL(&error, SYS_UNAME, (long)fields);
    const char *at = fields[RELEASE];
    for (unsigned i = 0; !error && i < 2; i++) {
        for (; *at >= '0' && *at <= '9'; at++)
            parts[i] = parts[i] * 10 + (uint32_t)(*at - '0');
        if (*at)
            at++;
    }
    return parts[0] * 1000 + parts[1];
}

void host_configure(struct configuration *configuration, const long *start)
{
    environment_configure(configuration, start);
}

void host_power_off(const struct configuration *configuration)
{
    (void)configuration;
    leave(0);
}
