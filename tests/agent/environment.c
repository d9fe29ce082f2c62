#include "agent.h"

/* start: the number of arguments, the arguments and a zero, the environment and a zero, as the kernel leaves them. */
static const char *environment_value(const long *start, const char *name)
{
    for (const long *at = start + 1 + start[0] + 1; *at; at++) {
        const char *entry = (const char *)*at, *n = name;
        while (*n && *entry == *n) {
            entry++;
            n++;
        }
        if (!*n && *entry == '=')
            return entry + 1;
    }
    return 0;
}

static void require_token(struct configuration *configuration, const char *token)
{
    if (!token || !*token)
        give_up("KNAST_AGENT_TOKEN is not set; ", "it is the secret that the client must know");
    if (text_length(token) > AGENT_TOKEN_MAX)
        give_up("KNAST_AGENT_TOKEN is longer than 128 bytes", "");
    text_copy(configuration->token, token, sizeof configuration->token);
    configuration->token_length = text_length(token);
}

void environment_configure(struct configuration *configuration, const long *start)
{
    const char *address = environment_value(start, "KNAST_AGENT_ADDRESS");
    const char *port = environment_value(start, "KNAST_AGENT_PORT");
    const char *limit = environment_value(start, "KNAST_AGENT_TIME_LIMIT");
    uint32_t number = 0;
    require_token(configuration, environment_value(start, "KNAST_AGENT_TOKEN"));
    if (!parse_address(address ? address : "127.0.0.1", &configuration->address))
        give_up("KNAST_AGENT_ADDRESS is not an IPv4 address: ", address);
    if (port && !parse_number(port, 65535, &number))
        give_up("KNAST_AGENT_PORT is not 0 to 65535: ", port);
    configuration->port = (uint16_t)number;
    if (limit && (!parse_number(limit, TIME_LIMIT_MAX, &configuration->time_limit) || configuration->time_limit == 0))
        give_up("KNAST_AGENT_TIME_LIMIT is not 1 to 3600 seconds: ", limit);
}
