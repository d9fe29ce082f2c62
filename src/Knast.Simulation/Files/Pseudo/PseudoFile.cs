using System.Text;
using Knast.Native.Files;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>A file that says what a function gives.</summary>
internal sealed class PseudoFile(FileSystem fileSystem, Func<string> content) : PseudoNode(fileSystem, FileType.Regular, 0x124)
{
    public override int ReadAt(long offset, Span<byte> bytes)
    {
        byte[] all = Encoding.Latin1.GetBytes(content());
        int count = (int)Math.Clamp(all.Length - offset, 0, bytes.Length);
        all.AsSpan((int)Math.Min(offset, all.Length), count).CopyTo(bytes);
        return count;
    }
}
