using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Devfs;

/// <summary>An entry of one mount of devfs (struct devfs_dirent).</summary>
internal sealed class DevfsNode : Node
{
    private readonly DevfsFileSystem _fileSystem;
    private readonly Dictionary<string, DevfsNode> _entries = [];

    public DevfsNode(DevfsFileSystem fileSystem, FileType type, Device? device, string linkText = "")
        : base(fileSystem)
    {
        _fileSystem = fileSystem;
        Type = type;
        Device = device;
        LinkText = linkText;
        FileTime now = FileTime.From(DateTimeOffset.UtcNow);
        Attributes = new NodeAttributes
        {
            Inode = fileSystem.NextInode(),
            Mode = device?.Mode ?? (type == FileType.Directory ? 0x16Du : 0x1EDu),
            Owner = device?.Owner ?? 0,
            Group = device?.Group ?? 0,
            Device = device?.Number ?? 0,
            LinkCount = type == FileType.Directory ? 2u : 1u,
            Accessed = now,
            Modified = now,
            Changed = now,
        };
    }

    public override FileType Type { get; }

    public override NodeAttributes Attributes { get; }

    public Device? Device { get; }

    public string LinkText { get; }

    /// <summary>Whether a rule hides it.</summary>
    public bool IsHidden { get; set; }

    /// <summary>Whether a rule without a path was applied to a directory that was there already: "." and ".." are hidden, too.</summary>
    public bool HidesDots { get; set; }

    public override bool ListsDots => !HidesDots;

    public override long Size => LinkText.Length;

    /// <summary>All below it and itself.</summary>
    public IEnumerable<DevfsNode> All => _entries.Values.SelectMany(static entry => entry.All).Append(this);

    /// <summary>Its path below the mount.</summary>
    public string Path => Parent is DevfsNode { Parent: not null } parent ? parent.Path + "/" + Name : Name;

    public override Node? Lookup(string name) =>
        IsDirectory ? Find(Parent is null && name == "tty" ? "ctty" : name) is { IsHidden: false } entry ? entry : null : base.Lookup(name);

    public override IReadOnlyList<DirectoryEntry> List() => IsDirectory
        ? [.. _entries.Where(static entry => !entry.Value.IsHidden).Select(static entry => new DirectoryEntry(entry.Key, entry.Value.Type, entry.Value.Attributes.Inode))]
        : base.List();

    /// <summary>Adds an entry.</summary>
    public DevfsNode Add(string name, DevfsNode entry)
    {
        entry.Parent = this;
        entry.Name = name;
        _entries[name] = entry;
        return entry;
    }

    /// <summary>The entry of a name, hidden or not.</summary>
    public DevfsNode? Find(string name) => _entries.GetValueOrDefault(name);

    public override Node Create(string name, NewNode what)
    {
        KernelError.Unless(what.Type == FileType.SymbolicLink, ErrorCode.EOPNOTSUPP);
        DevfsNode link = Add(name, new DevfsNode(_fileSystem, FileType.SymbolicLink, null, what.LinkText));
        _fileSystem.ApplyTo(link);
        return link;
    }

    public override void Remove(string name, Node node)
    {
        KernelError.Unless(!node.IsDirectory, ErrorCode.EOPNOTSUPP);
        _entries.Remove(name);
    }

    /// <summary>The device is gone.</summary>
    public void Forget(string name) => _entries.Remove(name);

    public override string ReadLink() => Type == FileType.SymbolicLink ? LinkText : base.ReadLink();

    public override OpenFile Open(CallContext call, OpenFlags flags) => Type switch
    {
        FileType.CharacterDevice => Device?.Open?.Invoke(call, flags) is { } file
            ? file.IsReferenced ? file : new DeviceFile(this, file, flags)
            : throw new KernelError(ErrorCode.ENXIO),
        FileType.Directory => new DevfsDirectoryFile(this, flags),
        _ => base.Open(call, flags),
    };
}
