using Knast.Native.Files;

namespace Knast.Simulation.Files.Host;

/// <summary>
/// A directory of this machine as a file system: content, names, modes and times are there; owners, flags, devices and sockets, which an ordinary
/// user could not make there, are kept beside it.
/// </summary>
internal sealed class HostFileSystem : FileSystem
{
    private readonly Dictionary<(DeviceNumber FileSystem, ulong Inode), HostNode> _nodes = [];

    public HostFileSystem(string directory)
    {
        Directory = directory;
        FileStatus status = Files.In(directory, static (calls, descriptor) => calls.GetStatus(descriptor));
        Root = NodeOf(status);
    }

    /// <summary>The directory of this machine; a character stands for a byte.</summary>
    public string Directory { get; }

    public HostFiles Files { get; } = new();

    public override string TypeName => "ufs";

    public override Node Root { get; }

    /// <summary>The file with a status.</summary>
    public HostNode NodeOf(FileStatus status)
    {
        if (!_nodes.TryGetValue((status.FileSystem, status.Inode), out HostNode? node) || node.HostType != status.Type)
        {
            node = new HostNode(this, status);
            _nodes[(status.FileSystem, status.Inode)] = node;
        }

        node.Update(status);
        return node;
    }

    public override void Unmounted()
    {
        foreach (HostNode node in _nodes.Values)
        {
            node.Dispose();
        }
    }

    /// <summary>A file's last name is gone.</summary>
    public void Forget(HostNode node)
    {
        foreach ((DeviceNumber FileSystem, ulong Inode) key in _nodes.Where(entry => entry.Value == node).Select(static entry => entry.Key).ToArray())
        {
            _nodes.Remove(key);
        }
    }
}
