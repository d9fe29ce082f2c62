using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Simulation.Files.Memory;

/// <summary>A file system in memory (tmpfs(5)).</summary>
internal sealed class MemoryFileSystem : FileSystem
{
    private readonly long _limit;
    private ulong _lastInode = 1;
    private long _used;

    public MemoryFileSystem(string typeName, uint mode, uint owner, uint group, bool hasExtendedAttributes, long limit = long.MaxValue)
    {
        TypeName = typeName;
        HasExtendedAttributes = hasExtendedAttributes;
        _limit = limit;
        Root = new MemoryNode(this, new NewNode(FileType.Directory, mode, owner, group));
    }

    public override string TypeName { get; }

    public override Node Root { get; }

    public bool HasExtendedAttributes { get; }

    public override long TotalBytes => Math.Min(_limit, base.TotalBytes);

    public override long FreeBytes => TotalBytes - _used;

    public ulong NextInode() => ++_lastInode;

    /// <summary>Takes or gives back room.</summary>
    /// <exception cref="KernelError">ENOSPC.</exception>
    public void Use(long bytes)
    {
        KernelError.Unless(bytes <= 0 || _used + bytes <= _limit, ErrorCode.ENOSPC);
        _used += bytes;
    }
}
