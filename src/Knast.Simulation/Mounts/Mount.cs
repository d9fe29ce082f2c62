using Knast.Simulation.Files;
using Knast.Simulation.Jails;

namespace Knast.Simulation.Mounts;

/// <summary>A file system where it is mounted (struct mount).</summary>
internal sealed class Mount(FileSystem fileSystem, FileSystemId id, Jail jail)
{
    public FileSystem FileSystem { get; } = fileSystem;

    public FileSystemId Id { get; } = id;

    /// <summary>The jail of whoever mounted it.</summary>
    public Jail Jail { get; } = jail;

    public Node Root => FileSystem.Root;

    /// <summary>What it is mounted on; null for the first.</summary>
    public Node? Covered { get; init; }

    /// <summary>What it shows (<c>f_mntfromname</c>).</summary>
    public string From { get; init; } = "";

    /// <summary>Where it is (<c>f_mntonname</c>).</summary>
    public string On { get; init; } = "/";

    public MountFlags Flags { get; set; }

    /// <summary>Who mounted it.</summary>
    public uint Owner { get; init; }

    /// <summary>Whether it is part of how the simulation is built, not of the machine: it is in no list.</summary>
    public bool IsHidden { get; init; }

    public HashSet<NodeFile> OpenFiles { get; } = [];

    public bool IsReadOnly => Flags.HasFlag(MountFlags.ReadOnly);
}
