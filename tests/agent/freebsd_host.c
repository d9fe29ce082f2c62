/* FreeBSD: an ordinary process, or process 1 of a kernel that has nothing beside the agent. */
#include "agent.h"
#include "freebsd_host.h"

uint32_t host_kernel_version(void)
{
    const int name[2] = {1, 24}; /* kern.osreldate */
    uint32_t version = 0;
    size_t size = sizeof version;
    int error;
    CALL(&error, SYS_SYSCTL, (long)name, 2, (long)&version, (long)&size, 0, 0);
    return version;
}

static void open_console(void)
{
    int error;
    CALL(&error, SYS_SETSID, 0);
    long console = CALL(&error, SYS_OPENAT, CURRENT_DIRECTORY, (long)"/dev/console", OPEN_READ_WRITE);
    for (int number = 0; !error && number < 3; number++)
        if (number != console)
            duplicate_to((int)console, number, &error);
}

/* Orphans are left to process 1, the client's own children to the process that serves it. */
__attribute__((noreturn)) static void watch_over(const struct configuration *configuration, long server)
{
    long pid;
    int error;
    do
        pid = CALL(&error, SYS_WAIT4, -1, 0, 0, 0);
    while (error != ECHILD_ && pid != server);
    say("knast agent: the server has ended\n");
    host_power_off(configuration);
    leave(STATUS_UNUSABLE);
}

static void kernel_variable(const char *name, char *value, size_t size)
{
    int error;
    CALL(&error, SYS_KENV, 0, (long)name, (long)value, (long)size);
    if (error)
        *value = 0;
}

static void require_address(const char *name, uint32_t *address)
{
    char text[32];
    kernel_variable(name, text, sizeof text);
    if (!parse_address(text, address))
        give_up("not an IPv4 address in the kernel environment: ", name);
}

static void configure_init(struct configuration *configuration)
{
    struct network network = {0};
    char text[32];
    uint32_t port;
    mount_work();
    kernel_variable("knast.agent.token", configuration->token, sizeof configuration->token);
    configuration->token_length = text_length(configuration->token);
    if (configuration->token_length == 0)
        give_up("not set in the kernel environment, or longer than 128 bytes: ", "knast.agent.token");
    kernel_variable("knast.agent.interface", network.interface, sizeof network.interface);
    require_address("knast.agent.address", &network.address);
    require_address("knast.agent.netmask", &network.netmask);
    require_address("knast.agent.gateway", &network.gateway);
    kernel_variable("knast.agent.port", text, sizeof text);
    if (!parse_number(text, 65535, &port) || port == 0)
        give_up("not 1 to 65535 in the kernel environment: ", "knast.agent.port");
    kernel_variable("knast.agent.time_limit", text, sizeof text);
    if (*text && (!parse_number(text, TIME_LIMIT_MAX, &configuration->time_limit) || configuration->time_limit == 0))
        give_up("not 1 to 3600 seconds in the kernel environment: ", "knast.agent.time_limit");
    network_open(&network);
    configuration->address = network.address;
    configuration->port = (uint16_t)port;
}

void host_configure(struct configuration *configuration, const long *start)
{
    int error;
    configuration->is_init = CALL(&error, SYS_GETPID, 0) == 1;
    if (!configuration->is_init) {
        environment_configure(configuration, start);
        return;
    }
    open_console();
    long server = fork_child(0, NULL, &error);
    if (error)
        give_up("cannot fork", "");
    if (server)
        watch_over(configuration, server);
    CALL(&error, SYS_SETSID, 0);
    configure_init(configuration);
}

void host_power_off(const struct configuration *configuration)
{
    enum { POWER_OFF_WITHOUT_SYNC = 0x4004 };
    int error;
    if (configuration->is_init) {
        CALL(&error, SYS_SYNC, 0);
        CALL(&error, SYS_REBOOT, POWER_OFF_WITHOUT_SYNC);
    }
    leave(0);
}
