using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>Numbers of procctl(2) and wait6(2) (sys/procctl.h, sys/wait.h).</summary>
internal static class ProcctlConstants
{
    /// <summary>The id is a process's; 0 is the caller's.</summary>
    [AbiConstant("P_PID")]
    public const int ProcessId = 0;

    [AbiConstant("PROC_REAP_ACQUIRE")]
    public const int ReapAcquire = 2;

    [AbiConstant("PROC_REAP_STATUS")]
    public const int ReapStatus = 4;

    [AbiConstant("PROC_REAP_GETPIDS")]
    public const int ReapGetPids = 5;

    [AbiConstant("PROC_REAP_KILL")]
    public const int ReapKill = 6;

    /// <summary>Entry of PROC_REAP_GETPIDS that is filled.</summary>
    [AbiConstant("REAPER_PIDINFO_VALID")]
    public const int EntryIsValid = 1;

    [AbiConstant("REAPER_KILL_SUBTREE")]
    public const int KillSubtree = 2;

    [AbiConstant("PROC_NO_NEW_PRIVS_CTL")]
    public const int NoNewPrivileges = 19;

    [AbiConstant("PROC_NO_NEW_PRIVS_ENABLE")]
    public const int EnableNoNewPrivileges = 1;
}
