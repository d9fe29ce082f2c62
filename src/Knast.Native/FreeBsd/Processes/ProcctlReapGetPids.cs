using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>procctl(2), PROC_REAP_GETPIDS: the processes below a reaper, whoever their parents are.</summary>
public static class ProcctlReapGetPids
{
    private const int FirstGuess = 64;

    /// <summary>Makes the call. The entries are block 1.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="reaper">The reaper's process id; of another process, that of its reaper is meant.</param>
    /// <param name="count">For how many there is room.</param>
    public static SystemCall Compose(KernelTarget target, int reaper, int count)
    {
        SystemCall call = FreeBsdSystemCall.Procctl(target)
            .Argument(ProcctlConstants.ProcessId).Argument(reaper).Argument(ProcctlConstants.ReapGetPids);
        BlockReference request = call.AddBlock(ReaperPidsLayout.Size, BlockDirection.In);
        BlockReference entries = call.AddBlock(count * ReaperPidLayout.Size, BlockDirection.Out);
        call.Write(request, ReaperPidsLayout.Count, 4, count);
        call.Point(request, ReaperPidsLayout.Entries, entries);
        call.Subject = $"reaper {reaper}";
        return call.Argument(request);
    }

    /// <summary>Lists the processes.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="reaper">The reaper's process id.</param>
    /// <returns>Process ids, without an order.</returns>
    /// <exception cref="NativeException">ESRCH: no such process; EPERM: it may not be seen.</exception>
    public static IReadOnlyList<int> Invoke(IKernel kernel, int reaper)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int room = FirstGuess; ; room *= 2)
        {
            using SystemCall call = Compose(kernel.Target, reaper, room);
            kernel.Require(call);
            List<int> pids = Parse(call.Bytes(new BlockReference(1)));
            if (pids.Count < room)
            {
                return pids;
            }
        }
    }

    // The kernel does not say how many it wrote; an entry that it did not write has no flags.
    private static List<int> Parse(ReadOnlySpan<byte> entries)
    {
        var pids = new List<int>();
        for (; entries.Length >= ReaperPidLayout.Size; entries = entries[ReaperPidLayout.Size..])
        {
            uint flags = BinaryPrimitives.ReadUInt32LittleEndian(entries[ReaperPidLayout.Flags..]);
            if ((flags & ProcctlConstants.EntryIsValid) == 0)
            {
                break;
            }

            pids.Add(BinaryPrimitives.ReadInt32LittleEndian(entries[ReaperPidLayout.Pid..]));
        }

        return pids;
    }
}
