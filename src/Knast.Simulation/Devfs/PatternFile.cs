using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Devfs;

/// <summary>/dev/zero and /dev/full.</summary>
internal sealed class PatternFile(bool isFull) : OpenFile(OpenFlags.ReadWrite)
{
    public override int Kind => 1;

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        bytes.Clear();
        return bytes.Length;
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) =>
        isFull ? throw new KernelError(ErrorCode.ENOSPC) : bytes.Length;

    public override StatRecord Stat() => new() { Type = FileType.CharacterDevice };
}
