using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Simulation.Files.Pseudo;

/// <summary>A file of a file system that is made up as it is read.</summary>
internal abstract class PseudoNode : Node
{
    private static ulong s_lastInode = 100;

    protected PseudoNode(FileSystem fileSystem, FileType type, uint mode)
        : base(fileSystem)
    {
        Type = type;
        FileTime now = FileTime.From(DateTimeOffset.UtcNow);
        Attributes = new NodeAttributes
        {
            Inode = Interlocked.Increment(ref s_lastInode),
            Mode = mode,
            Accessed = now,
            Modified = now,
            Changed = now,
        };
    }

    public override FileType Type { get; }

    public override NodeAttributes Attributes { get; }

    public override void SetMode(uint mode) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    public override void SetOwner(uint owner, uint group) => throw new KernelError(ErrorCode.EOPNOTSUPP);
}
