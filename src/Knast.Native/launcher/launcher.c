/* The launcher: reads the program at descriptor 4, plays it, reports at descriptor 3. */
#include "player.h"
#include "system.h"

enum { REPORT_DESCRIPTOR = 3, PROGRAM_DESCRIPTOR = 4, STATUS_REFUSED = 125, PROTECTION_READ_WRITE = 3 };

__attribute__((noreturn)) static void leave(int status)
{
    int error;
    for (;;)
        CALL(&error, SYS_EXIT, status);
}

__attribute__((noreturn)) static void refuse(enum refusal why, uint64_t value)
{
    send_frame(REPORT_DESCRIPTOR, FRAME_REFUSAL, why, value, -1);
    leave(STATUS_REFUSED);
}

/* A private copy, so that whoever holds the file cannot change it after the check. */
static unsigned char *read_program(size_t *size)
{
    int error;
    long length = CALL(&error, SYS_LSEEK, PROGRAM_DESCRIPTOR, 0, SEEK_TO_END);
    if (error || length < (long)sizeof(struct program_header) || length > PROGRAM_SIZE_MAX)
        refuse(REFUSED_SIZE, error ? (uint64_t)error : (uint64_t)length);
    long image = CALL(&error, SYS_MMAP, 0, length, PROTECTION_READ_WRITE, MAP_PRIVATE_ANONYMOUS, -1, 0);
    if (error)
        refuse(REFUSED_SIZE, (uint64_t)error);
    for (long done = 0; done < length;) {
        long count = CALL(&error, SYS_PREAD, PROGRAM_DESCRIPTOR, image + done, length - done, done);
        if (error == EINTR_)
            continue;
        if (error || count == 0)
            refuse(REFUSED_SIZE, (uint64_t)error);
        done += count;
    }
    CALL(&error, SYS_CLOSE, PROGRAM_DESCRIPTOR);
    *size = (size_t)length;
    return (unsigned char *)image;
}

__attribute__((noreturn, used)) void process_main(const long *start);

void process_main(const long *start)
{
    (void)start;
    struct player player = {.report_descriptor = REPORT_DESCRIPTOR};
    uint32_t index;
    int error;
    CALL(&error, SYS_FCNTL, REPORT_DESCRIPTOR, DESCRIPTOR_SET_FLAGS, DESCRIPTOR_CLOSE_ON_EXEC);
    prepare_process();
    player.image = read_program(&player.size);
    enum refusal refused = check_program(player.image, player.size, &index);
    if (refused)
        refuse(refused, index);
    leave(play(&player));
}
