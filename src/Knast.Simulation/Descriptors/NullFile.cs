using Knast.Native.Files;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;

namespace Knast.Simulation.Descriptors;

/// <summary>/dev/null for a process whose starter gave it nothing else.</summary>
internal sealed class NullFile() : OpenFile(OpenFlags.ReadWrite)
{
    public override int Kind => 1;

    public override int Read(CallContext call, Span<byte> bytes, long? offset) => 0;

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) => bytes.Length;

    public override StatRecord Stat() => new() { Type = FileType.CharacterDevice, Mode = 0x1B6, LinkCount = 1 };
}
