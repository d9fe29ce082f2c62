using Knast.Native.Files;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>A symbolic link that says what a function gives.</summary>
internal sealed class PseudoLink(FileSystem fileSystem, Func<string> content) : PseudoNode(fileSystem, FileType.SymbolicLink, 0x1ED)
{
    public override long Size => content().Length;

    public override string ReadLink() => content();
}
