using Knast.Simulation.Files;

namespace Knast.Simulation.Mounts;

/// <summary>What is mounted, in the order in which it was.</summary>
internal sealed class MountTable(SimulatedMachine machine)
{
    private const int TypeShift = 24;
    private const int DeviceMajor = 0xff00;

    private readonly List<Mount> _mounts = [];
    private int _last;

    /// <summary>All of them.</summary>
    public IReadOnlyList<Mount> All => _mounts;

    /// <summary>Mounts the root.</summary>
    public Mount AddRoot(FileSystem fileSystem) => Add(fileSystem, new Mount(fileSystem, NewId(fileSystem.TypeName), machine.RootJail)
    {
        From = "/dev/vtbd0p2",
        On = "/",
        Flags = MountFlags.Local | MountFlags.RootFileSystem,
    });

    /// <summary>Mounts what is part of the simulation only.</summary>
    public Mount AddHidden(FileSystem fileSystem, Node covered, string on) => Add(fileSystem, new Mount(fileSystem, NewId(fileSystem.TypeName), machine.RootJail)
    {
        Covered = covered,
        From = on,
        On = on,
        Flags = MountFlags.Local,
        IsHidden = true,
    });

    /// <summary>Mounts a file system.</summary>
    public Mount Add(FileSystem fileSystem, Mount mount)
    {
        fileSystem.Mount = mount;
        if (mount.Covered is { } covered)
        {
            covered.MountedHere = mount;
        }

        _mounts.Add(mount);
        return mount;
    }

    /// <summary>Takes a mount away.</summary>
    public void Remove(Mount mount)
    {
        mount.Covered!.MountedHere = null;
        _mounts.Remove(mount);
        mount.FileSystem.Unmounted();
    }

    /// <summary>An identity for a new mount (vfs_getnewfsid).</summary>
    public FileSystemId NewId(string typeName)
    {
        int type = FileSystemTypes.Number(typeName);
        return new FileSystemId((type << TypeShift) | DeviceMajor | (++_last & 0xff), type);
    }
}
