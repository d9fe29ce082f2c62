using System.Security.Cryptography;
using Knast.Native.Files;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Devfs;

/// <summary>/dev/random.</summary>
internal sealed class RandomFile() : OpenFile(OpenFlags.ReadWrite)
{
    public override int Kind => 1;

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        RandomNumberGenerator.Fill(bytes);
        return bytes.Length;
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset) => bytes.Length;

    public override StatRecord Stat() => new() { Type = FileType.CharacterDevice };
}
