#include "agent.h"
#include "freebsd_host.h"

static struct kernel_iovec text_vector(const char *text)
{
    return (struct kernel_iovec){(void *)(uintptr_t)text, text_length(text) + 1};
}

static int mount(const char *type, const char *path)
{
    struct kernel_iovec options[] = {text_vector("fstype"), text_vector(type), text_vector("fspath"), text_vector(path)};
    int error;
    CALL(&error, SYS_NMOUNT, (long)options, sizeof options / sizeof *options, 0);
    return error;
}

void mount_work(void)
{
    static const char *const directories[] = {"/tmp", "/var", "/mnt"};
    int error;
    long null = CALL(&error, SYS_OPENAT, CURRENT_DIRECTORY, (long)"/dev/null", OPEN_READ_WRITE);
    if (!error)
        CALL(&error, SYS_CLOSE, null);
    else if (mount("devfs", "/dev"))
        give_up("cannot mount devfs on ", "/dev");
    for (unsigned i = 0; i < sizeof directories / sizeof *directories; i++)
        if (mount("tmpfs", directories[i]) && i == 0)
            give_up("cannot mount tmpfs on ", directories[i]);
}
