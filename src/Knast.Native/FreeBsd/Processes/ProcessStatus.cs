using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>A process as <c>kern.proc</c> shows it (sys/user.h, struct kinfo_proc).</summary>
/// <param name="Pid">Its id.</param>
/// <param name="ParentPid">Its parent's id.</param>
/// <param name="ProcessGroup">Its process group.</param>
/// <param name="Session">Its session.</param>
/// <param name="Jail">Its jail's id; 0 outside of jails.</param>
/// <param name="EffectiveUser">Effective user id.</param>
/// <param name="RealUser">Real user id.</param>
/// <param name="RealGroup">Real group id.</param>
/// <param name="StartSeconds">
/// When it started, in seconds since 1970; with the microseconds it tells one process from a later one with its id.
/// </param>
/// <param name="StartMicroseconds">And microseconds.</param>
/// <param name="RunTimeMicroseconds">How long it has run on a processor.</param>
/// <param name="ResidentPages">Pages in memory.</param>
/// <param name="Threads">How many threads it has.</param>
/// <param name="State">What it is doing.</param>
/// <param name="Command">The name of its program, at most 19 bytes.</param>
public sealed record ProcessStatus(
    int Pid,
    int ParentPid,
    int ProcessGroup,
    int Session,
    int Jail,
    uint EffectiveUser,
    uint RealUser,
    uint RealGroup,
    long StartSeconds,
    int StartMicroseconds,
    long RunTimeMicroseconds,
    long ResidentPages,
    int Threads,
    ProcessState State,
    string Command)
{
    private const int CommandLength = 20;

    /// <summary>Reads all structures of an answer.</summary>
    /// <exception cref="InvalidDataException">The kernel's structure has another size.</exception>
    internal static IReadOnlyList<ProcessStatus> ReadAll(ReadOnlySpan<byte> bytes)
    {
        var processes = new List<ProcessStatus>(bytes.Length / KinfoProcLayout.Size);
        for (; bytes.Length >= KinfoProcLayout.Size; bytes = bytes[KinfoProcLayout.Size..])
        {
            int size = BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.StructSize..]);
            processes.Add(size == KinfoProcLayout.Size
                ? Read(bytes)
                : throw new InvalidDataException($"kern.proc gave a structure of {size} bytes; Knast reads {KinfoProcLayout.Size}."));
        }

        return processes;
    }

    private static ProcessStatus Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.Pid..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.ParentPid..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.ProcessGroup..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.Session..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.Jail..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[KinfoProcLayout.EffectiveUser..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[KinfoProcLayout.RealUser..]),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[KinfoProcLayout.RealGroup..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[KinfoProcLayout.Start..]),
        (int)BinaryPrimitives.ReadInt64LittleEndian(bytes[(KinfoProcLayout.Start + 8)..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[KinfoProcLayout.RunTime..]),
        BinaryPrimitives.ReadInt64LittleEndian(bytes[KinfoProcLayout.ResidentPages..]),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KinfoProcLayout.Threads..]),
        (ProcessState)bytes[KinfoProcLayout.State],
        FixedText.Read(bytes.Slice(KinfoProcLayout.Command, CommandLength)));
}
