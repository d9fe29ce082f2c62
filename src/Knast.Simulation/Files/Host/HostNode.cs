using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Simulation.Files.Host;

/// <summary>A file of this machine.</summary>
internal sealed class HostNode : Node, IDisposable
{
    private const uint AllOfOwner = 0x180;
    private const uint AllOfOwnerInDirectories = 0x1C0;

    private readonly HostFileSystem _fileSystem;
    private readonly HostContent _content;
    private FileType? _type;
    private bool _isNamed = true;
    private long _size;

    public HostNode(HostFileSystem fileSystem, FileStatus status)
        : base(fileSystem)
    {
        _fileSystem = fileSystem;
        _content = new HostContent(fileSystem);
        HostType = status.Type;
        Attributes = new NodeAttributes
        {
            Inode = status.Inode,
            Mode = status.Mode,
            Owner = HostUser.Translate(status.Owner),
            Group = HostUser.Translate(status.Group),
        };
    }

    /// <summary>What kind of file it is on this machine.</summary>
    public FileType HostType { get; }

    public override FileType Type => _type ?? HostType;

    public override NodeAttributes Attributes { get; }

    public override long Size => _size;

    public override IDictionary<(int Space, string Name), byte[]>? ExtendedAttributes { get; } = new Dictionary<(int, string), byte[]>();

    /// <summary>The path on this machine.</summary>
    public string Path => Parent is HostNode parent && _fileSystem.Root != this ? parent.Path + "/" + Name : _fileSystem.Directory;

    /// <summary>Takes what this machine says now.</summary>
    public void Update(FileStatus status)
    {
        _size = _type is null ? status.Size : 0;
        Attributes.LinkCount = status.LinkCount;
        Attributes.Accessed = status.Accessed;
        Attributes.Modified = status.Modified;
        Attributes.Changed = status.Modified;
    }

    public override Node? Lookup(string name)
    {
        if (!IsDirectory)
        {
            return base.Lookup(name);
        }

        FileStatus? status = _fileSystem.Files.In(Path, (calls, here) => calls.GetStatus(here, HostFiles.Bytes(name)));
        return status is { } known ? Named(_fileSystem.NodeOf(known), name) : null;
    }

    public override IReadOnlyList<DirectoryEntry> List() => !IsDirectory ? base.List() : _fileSystem.Files.In(Path, (calls, here) =>
    {
        var entries = new List<DirectoryEntry>();
        DirectoryReader reader = calls.ReadDirectory(here);
        while (reader.MoveNext())
        {
            string name = Encoding.Latin1.GetString(reader.Name);
            if (calls.GetStatus(here, reader.Name) is { } status)
            {
                HostNode node = _fileSystem.NodeOf(status);
                entries.Add(new DirectoryEntry(name, node.Type, node.Attributes.Inode));
            }
        }

        return entries;
    });

    public override Node Create(string name, NewNode what)
    {
        byte[] bytes = HostFiles.Bytes(name);
        HostNode node = _fileSystem.Files.In(Path, (calls, here) =>
        {
            Make(calls, here, bytes, what);
            return _fileSystem.NodeOf(calls.GetStatus(here, bytes) ?? throw new KernelError(ErrorCode.ENOENT));
        });
        node._type = what.Type == node.HostType ? null : what.Type;
        (node.Attributes.Owner, node.Attributes.Group) = (what.Owner, what.Group);
        node.Attributes.Mode = what.Type == FileType.SymbolicLink ? 0x1FF : what.Mode;
        node.Attributes.Device = what.Device;
        return Named(node, name);
    }

    public override void Link(string name, Node node)
    {
        var other = (HostNode)node;
        _fileSystem.Files.In(other.ParentPath, (calls, there) => _fileSystem.Files.In(
            Path, (_, here) => calls.Link(there, HostFiles.Bytes(other.Name), here, HostFiles.Bytes(name))));
        other.Refresh();
    }

    public override void Remove(string name, Node node)
    {
        byte[] bytes = HostFiles.Bytes(name);
        var removed = (HostNode)node;
        removed.Refresh();
        _fileSystem.Files.In(Path, (calls, here) =>
        {
            if (removed.IsDirectory)
            {
                calls.RemoveDirectory(here, bytes);
            }
            else
            {
                calls.Unlink(here, bytes);
            }
        });
        removed.LoseName();
    }

    public override void Rename(string name, Node node, Node toDirectory, string toName, Node? replaced)
    {
        var target = (HostNode)toDirectory;
        _fileSystem.Files.In(Path, (calls, here) => _fileSystem.Files.In(
            target.Path, (_, there) => calls.Rename(here, HostFiles.Bytes(name), there, HostFiles.Bytes(toName))));
        (replaced as HostNode)?.LoseName();
        target.Named((HostNode)node, toName);
    }

    public override string ReadLink() => Type != FileType.SymbolicLink ? base.ReadLink()
        : Encoding.Latin1.GetString(_fileSystem.Files.In(ParentPath, (calls, here) => calls.ReadSymbolicLink(here, HostFiles.Bytes(Name))));

    public override int ReadAt(long offset, Span<byte> bytes) => _content.Read(ParentPath, Name, offset, bytes);

    public override int WriteAt(long offset, ReadOnlySpan<byte> bytes) => _content.Write(ParentPath, Name, offset, bytes);

    public override void SetLength(long length) => _content.SetLength(ParentPath, Name, length);

    public override void SetMode(uint mode)
    {
        base.SetMode(mode);
        if (_type is null && Type != FileType.SymbolicLink && _isNamed)
        {
            // The owner on this machine must be able to go on with it.
            uint own = mode | (IsDirectory ? AllOfOwnerInDirectories : AllOfOwner);
            if (this == _fileSystem.Root)
            {
                return;
            }

            _fileSystem.Files.In(ParentPath, (calls, here) => calls.SetMode(here, HostFiles.Bytes(Name), own));
        }
    }

    public override void SetTimes(FileTime accessed, FileTime modified)
    {
        base.SetTimes(accessed, modified);
        if (_isNamed && this != _fileSystem.Root)
        {
            _fileSystem.Files.In(ParentPath, (calls, here) => calls.SetTimes(here, HostFiles.Bytes(Name), accessed, modified));
        }
    }

    public override void Refresh()
    {
        FileStatus? status = this == _fileSystem.Root
            ? _fileSystem.Files.In(Path, static (calls, here) => calls.GetStatus(here))
            : _isNamed ? _fileSystem.Files.In(ParentPath, (calls, here) => calls.GetStatus(here, HostFiles.Bytes(Name))) : _content.Status();
        if (status is { } known && known.Inode == Attributes.Inode)
        {
            Update(known);
        }
    }

    public override void Opened(bool isOpen)
    {
        if (Type == FileType.Regular)
        {
            _content.Opened(isOpen, ParentPath, Name);
        }
    }

    /// <summary>Closes what is still open on this machine.</summary>
    public void Dispose() => _content.Dispose();

    private string ParentPath => Parent is HostNode parent ? parent.Path : _fileSystem.Directory;

    private static void Make(FileCalls calls, KernelDescriptor here, byte[] name, NewNode what)
    {
        switch (what.Type)
        {
            case FileType.Directory:
                calls.MakeDirectory(here, name, what.Mode | AllOfOwnerInDirectories);
                break;
            case FileType.SymbolicLink:
                calls.MakeSymbolicLink(here, name, HostFiles.Bytes(what.LinkText));
                return;
            case FileType.Fifo:
                calls.MakeFifo(here, name, what.Mode | AllOfOwner);
                break;
            default:
                calls.Open(here, name, FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive | FileOpenFlags.NoFollow, what.Mode | AllOfOwner)
                    .Dispose();
                break;
        }
    }

    private HostNode Named(HostNode node, string name)
    {
        node.Parent = this;
        node.Name = name;
        return node;
    }

    private void LoseName()
    {
        Attributes.LinkCount -= Math.Min(Attributes.LinkCount, IsDirectory ? Attributes.LinkCount : 1);
        if (Attributes.LinkCount == 0)
        {
            _isNamed = false;
            _fileSystem.Forget(this);
        }
    }
}
