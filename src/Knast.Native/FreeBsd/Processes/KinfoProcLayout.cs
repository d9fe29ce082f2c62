using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>struct kinfo_proc (sys/user.h).</summary>
[AbiStruct("kinfo_proc")]
internal static class KinfoProcLayout
{
    [AbiSize]
    public const int Size = 1088;

    [AbiField("ki_structsize", 4)]
    public const int StructSize = 0;

    [AbiField("ki_pid", 4)]
    public const int Pid = 72;

    [AbiField("ki_ppid", 4)]
    public const int ParentPid = 76;

    [AbiField("ki_pgid", 4)]
    public const int ProcessGroup = 80;

    [AbiField("ki_sid", 4)]
    public const int Session = 88;

    [AbiField("ki_uid", 4)]
    public const int EffectiveUser = 168;

    [AbiField("ki_ruid", 4)]
    public const int RealUser = 172;

    [AbiField("ki_rgid", 4)]
    public const int RealGroup = 180;

    [AbiField("ki_rssize", 8)]
    public const int ResidentPages = 264;

    [AbiField("ki_runtime", 8)]
    public const int RunTime = 328;

    [AbiField("ki_start", 16)]
    public const int Start = 336;

    [AbiField("ki_stat", 1)]
    public const int State = 388;

    [AbiField("ki_comm", 20)]
    public const int Command = 447;

    [AbiField("ki_jid", 4)]
    public const int Jail = 592;

    [AbiField("ki_numthreads", 4)]
    public const int Threads = 596;
}
