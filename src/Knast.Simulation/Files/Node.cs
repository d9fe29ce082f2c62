using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Mounts;
using Knast.Simulation.Pipes;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Files;

/// <summary>A file of any kind (struct vnode). Names are strings in which a character stands for a byte.</summary>
internal abstract class Node
{
    private FifoChannel? _fifo;
    private AdvisoryLock? _lock;

    protected Node(FileSystem fileSystem)
    {
        FileSystem = fileSystem;
    }

    public FileSystem FileSystem { get; }

    public Mount Mount => FileSystem.Mount;

    public abstract FileType Type { get; }

    public abstract NodeAttributes Attributes { get; }

    public virtual long Size => 0;

    /// <summary>The directory in which it was found last; null at the root of a file system.</summary>
    public Node? Parent { get; set; }

    /// <summary>The name under which it was found last.</summary>
    public string Name { get; set; } = "";

    /// <summary>What is mounted on it.</summary>
    public Mount? MountedHere { get; set; }

    /// <summary>Whether a list of the directory has "." and "..".</summary>
    public virtual bool ListsDots => true;

    public bool IsDirectory => Type == FileType.Directory;

    public virtual bool IsReadOnly => Mount.IsReadOnly;

    /// <summary>The FIFO that it is, where it is one.</summary>
    public virtual FifoChannel Fifo => _fifo ??= new FifoChannel();

    /// <summary>The socket that is bound to it.</summary>
    public virtual UnixSocket? Socket { get; set; }

    /// <summary>The locks of flock(2).</summary>
    public virtual AdvisoryLock Lock => _lock ??= new AdvisoryLock();

    /// <summary>Extended attributes by namespace and name; null where the file system has none.</summary>
    public virtual IDictionary<(int Space, string Name), byte[]>? ExtendedAttributes => null;

    /// <summary>Finds a name in a directory; null where there is none.</summary>
    public virtual Node? Lookup(string name) => throw new KernelError(ErrorCode.ENOTDIR);

    /// <summary>The entries of a directory, without "." and "..".</summary>
    public virtual IReadOnlyList<DirectoryEntry> List() => throw new KernelError(ErrorCode.ENOTDIR);

    /// <summary>Makes a file; the name is free.</summary>
    public virtual Node Create(string name, NewNode what) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>Gives a file of the same file system another name, which is free.</summary>
    public virtual void Link(string name, Node node) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>Removes a name, that of an empty directory included.</summary>
    public virtual void Remove(string name, Node node) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>Moves a name to a directory of the same file system.</summary>
    public virtual void Rename(string name, Node node, Node toDirectory, string toName, Node? replaced) => throw new KernelError(ErrorCode.EOPNOTSUPP);

    /// <summary>What a symbolic link says.</summary>
    public virtual string ReadLink() => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>Reads content.</summary>
    public virtual int ReadAt(long offset, Span<byte> bytes) => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>Writes content.</summary>
    public virtual int WriteAt(long offset, ReadOnlySpan<byte> bytes) => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>Cuts or extends content.</summary>
    public virtual void SetLength(long length) => throw new KernelError(ErrorCode.EINVAL);

    /// <summary>Sets permission bits.</summary>
    public virtual void SetMode(uint mode) => Attributes.Mode = mode;

    /// <summary>Gives it to an owner.</summary>
    public virtual void SetOwner(uint owner, uint group) => (Attributes.Owner, Attributes.Group) = (owner, group);

    /// <summary>Sets file flags.</summary>
    public virtual void SetFlags(uint flags) => Attributes.Flags = flags;

    /// <summary>Sets times.</summary>
    public virtual void SetTimes(FileTime accessed, FileTime modified) => (Attributes.Accessed, Attributes.Modified) = (accessed, modified);

    /// <summary>Makes attributes say what is so now, where something outside may have changed them.</summary>
    public virtual void Refresh()
    {
    }

    /// <summary>Opens it; permissions are checked already.</summary>
    public virtual OpenFile Open(CallContext call, OpenFlags flags) => Type switch
    {
        FileType.Fifo => FifoFile.Open(call, this, flags),
        FileType.Socket => throw new KernelError(ErrorCode.EOPNOTSUPP),
        FileType.CharacterDevice or FileType.BlockDevice => throw new KernelError(ErrorCode.ENXIO),
        _ => new NodeFile(this, flags),
    };

    /// <summary>Somebody opened its content, or the last one closed it.</summary>
    public virtual void Opened(bool isOpen)
    {
    }

    /// <summary>What stat(2) says.</summary>
    public StatRecord Stat()
    {
        Refresh();
        NodeAttributes attributes = Attributes;
        return new StatRecord
        {
            FileSystem = Mount.Id.Device,
            Inode = attributes.Inode,
            LinkCount = attributes.LinkCount,
            Type = Type,
            Mode = attributes.Mode,
            Owner = attributes.Owner,
            Group = attributes.Group,
            Device = attributes.Device,
            Accessed = attributes.Accessed,
            Modified = attributes.Modified,
            Changed = attributes.Changed,
            Size = Size,
            Flags = attributes.Flags,
        };
    }
}
