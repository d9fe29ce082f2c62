#include "agent.h"

static volatile unsigned alarms;

static void count_alarm(int signal)
{
    (void)signal;
    alarms++;
}

#if defined(__linux__) && defined(__x86_64__)
/* The kernel returns from a handler only through a function that the process brings along; 15 is rt_sigreturn. */
__asm__(".text\nsignal_return:\n movl $15, %eax\n syscall\n");
void signal_return(void);
#define SET_RESTORER(action) ((action)->flags = 0x04000000, (action)->restorer = signal_return)
#else
#define SET_RESTORER(action) ((void)(action))
#endif

static void set_action(int signal, void (*handler)(int))
{
    struct signal_action action = {.handler = handler};
    int error;
    SET_RESTORER(&action);
    CALL(&error, SYS_SIGACTION, signal, (long)&action, 0, SIGNAL_SET_SIZE);
}

void signals_open(void)
{
    void (*const ignore)(int) = (void (*)(int))1;
    set_action(SIGNAL_ALARM, count_alarm);
    /* A call of the client's may write to a closed pipe, or be unknown to this kernel; its answer is the errno. */
    set_action(SIGNAL_PIPE, ignore);
    if (SIGNAL_UNKNOWN_CALL)
        set_action(SIGNAL_UNKNOWN_CALL, ignore);
}

void signals_default(void)
{
    set_action(SIGNAL_ALARM, 0);
    set_action(SIGNAL_PIPE, 0);
    if (SIGNAL_UNKNOWN_CALL)
        set_action(SIGNAL_UNKNOWN_CALL, 0);
}

/* Again each second, since a signal between two calls interrupts neither. */
void alarm_set(long seconds)
{
    const int64_t timer[4] = {seconds ? 1 : 0, 0, seconds, 0};
    int error;
    CALL(&error, SYS_SETITIMER, 0, (long)timer, 0);
}

unsigned alarm_count(void)
{
    return alarms;
}
