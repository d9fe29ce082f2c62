using System.Text;
using Knast.Simulation.Devfs;
using Knast.Simulation.Files.Host;
using Knast.Simulation.Mounts;

namespace Knast.Simulation.Files;

/// <summary>The tree of files: the root file system, and what is mounted below.</summary>
internal sealed class FileTree : IDisposable
{
    private readonly bool _isTemporary;

    public FileTree(SimulatedMachine machine)
    {
        _isTemporary = machine.Options.Root is null;
        RootDirectory = machine.Options.Root ?? Directory.CreateTempSubdirectory("knast-simulation-").FullName;
        if (_isTemporary)
        {
            RootContent.Write(RootDirectory);
        }

        Mounts = new MountTable(machine);
        Root = Mounts.AddRoot(new HostFileSystem(AsBytes(RootDirectory))).Root;
        MountDevices(machine);
        foreach (string shared in machine.Options.SharedDirectories)
        {
            Share(Path.GetFullPath(shared));
        }
    }

    /// <summary>The directory of this machine.</summary>
    public string RootDirectory { get; }

    public MountTable Mounts { get; }

    /// <summary>The topmost directory.</summary>
    public Node Root { get; }

    public void Dispose()
    {
        foreach (Mount mount in Mounts.All)
        {
            mount.FileSystem.Unmounted();
        }

        if (_isTemporary)
        {
            Directory.Delete(RootDirectory, recursive: true);
        }
    }

    private static string AsBytes(string path) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(path));

    // The kernel mounts the first devfs itself.
    private void MountDevices(SimulatedMachine machine)
    {
        if (Root.Lookup("dev") is { IsDirectory: true } covered)
        {
            var devices = new DevfsFileSystem(machine, 0);
            Mounts.Add(devices, new Mount(devices, Mounts.NewId("devfs"), machine.RootJail) { Covered = covered, From = "devfs", On = "/dev" });
        }
    }

    private void Share(string directory)
    {
        Node here = Root;
        foreach (string name in AsBytes(directory).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            here = here.Lookup(name) ?? here.Create(name, new NewNode(Native.Files.FileType.Directory, 0x1ED, 0, 0));
            here = PathLookup.Uncovered(here);
        }

        Mounts.AddHidden(new HostFileSystem(AsBytes(directory)), here, directory);
    }
}
