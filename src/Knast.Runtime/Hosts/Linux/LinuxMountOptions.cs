using Knast.Native.Linux.Mounts;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>The options of a mount, sorted by who takes them: the mount, its propagation, or the file system (mount(8), runtime-spec config.md "Linux mount options").</summary>
internal sealed record LinuxMountOptions
{
    private static readonly Dictionary<string, (MountAttributes Set, MountAttributes Clear)> Attributes = new()
    {
        ["ro"] = (MountAttributes.ReadOnly, 0),
        ["rw"] = (0, MountAttributes.ReadOnly),
        ["nosuid"] = (MountAttributes.NoSetuid, 0),
        ["suid"] = (0, MountAttributes.NoSetuid),
        ["nodev"] = (MountAttributes.NoDevices, 0),
        ["dev"] = (0, MountAttributes.NoDevices),
        ["noexec"] = (MountAttributes.NoExecution, 0),
        ["exec"] = (0, MountAttributes.NoExecution),
        ["noatime"] = (MountAttributes.NoAccessTime, MountAttributes.AccessTimeMask),
        ["relatime"] = (0, MountAttributes.AccessTimeMask),
        ["strictatime"] = (MountAttributes.StrictAccessTime, MountAttributes.AccessTimeMask),
        ["atime"] = (0, MountAttributes.AccessTimeMask),
        ["norelatime"] = (MountAttributes.StrictAccessTime, MountAttributes.AccessTimeMask),
        ["nostrictatime"] = (0, MountAttributes.AccessTimeMask),
        ["nodiratime"] = (MountAttributes.NoDirectoryAccessTime, 0),
        ["diratime"] = (0, MountAttributes.NoDirectoryAccessTime),
        ["nosymfollow"] = (MountAttributes.NoSymlinkFollowing, 0),
        ["symfollow"] = (0, MountAttributes.NoSymlinkFollowing),
        ["defaults"] = (0, 0),
    };

    private static readonly Dictionary<string, (MountPropagation Kind, bool IsRecursive)> Propagations = new()
    {
        ["private"] = (MountPropagation.Private, false),
        ["rprivate"] = (MountPropagation.Private, true),
        ["shared"] = (MountPropagation.Shared, false),
        ["rshared"] = (MountPropagation.Shared, true),
        ["slave"] = (MountPropagation.Slave, false),
        ["rslave"] = (MountPropagation.Slave, true),
        ["unbindable"] = (MountPropagation.Unbindable, false),
        ["runbindable"] = (MountPropagation.Unbindable, true),
    };

    // Flags of the superblock, which fsconfig(2) takes as flags.
    private static readonly HashSet<string> SuperblockFlags = ["sync", "dirsync", "lazytime", "mand", "silent"];

    // Defaults that say nothing, and options of mount(8) alone.
    private static readonly HashSet<string> Ignored = ["async", "nomand", "loud", "nolazytime"];

    /// <summary>Attributes to set on the mount.</summary>
    public MountAttributes Set { get; private init; }

    /// <summary>Attributes to clear on the mount.</summary>
    public MountAttributes Clear { get; private init; }

    /// <summary>The same with <c>r</c> before the name: for all mounts below as well.</summary>
    public MountAttributes RecursiveSet { get; private init; }

    /// <summary>What <c>r</c> options clear.</summary>
    public MountAttributes RecursiveClear { get; private init; }

    /// <summary>Propagation changes in the order given.</summary>
    public IReadOnlyList<(MountPropagation Kind, bool IsRecursive)> Propagation { get; private init; } = [];

    /// <summary>Whether it is a bind mount.</summary>
    public bool IsBind { get; private init; }

    /// <summary>Whether the mounts below the source come with it.</summary>
    public bool IsRecursiveBind { get; private init; }

    /// <summary>Whether a tmpfs begins with a copy of what it hides.</summary>
    public bool CopiesUp { get; private init; }

    /// <summary>Options of the file system; a null value is a flag.</summary>
    public IReadOnlyList<(string Key, string? Value)> FileSystem { get; private init; } = [];

    /// <summary>Sorts options.</summary>
    /// <param name="options">The options in order.</param>
    public static LinuxMountOptions Parse(IEnumerable<string> options)
    {
        MountAttributes set = 0, clear = 0, recursiveSet = 0, recursiveClear = 0;
        var propagation = new List<(MountPropagation, bool)>();
        var fileSystem = new List<(string, string?)>();
        bool isBind = false, isRecursive = false, copiesUp = false;
        foreach (string option in options)
        {
            if (Attributes.TryGetValue(option, out (MountAttributes Set, MountAttributes Clear) change))
            {
                set = (set & ~change.Clear) | change.Set;
                clear = (clear & ~change.Set) | change.Clear;
            }
            else if (option.StartsWith('r') && Attributes.TryGetValue(option[1..], out change))
            {
                recursiveSet = (recursiveSet & ~change.Clear) | change.Set;
                recursiveClear = (recursiveClear & ~change.Set) | change.Clear;
            }
            else if (Propagations.TryGetValue(option, out (MountPropagation, bool) kind))
            {
                propagation.Add(kind);
            }
            else if (option is "bind" or "rbind")
            {
                isBind = true;
                isRecursive |= option == "rbind";
            }
            else if (option is "tmpcopyup" or "notmpcopyup")
            {
                copiesUp = option == "tmpcopyup";
            }
            else if (!Ignored.Contains(option) && option.Length > 0)
            {
                string[] parts = option.Split('=', 2);
                fileSystem.Add((parts[0], parts.Length == 2 && !SuperblockFlags.Contains(parts[0]) ? parts[1] : null));
            }
        }

        return new LinuxMountOptions
        {
            Set = set,
            Clear = clear & ~set,
            RecursiveSet = recursiveSet,
            RecursiveClear = recursiveClear & ~recursiveSet,
            Propagation = propagation,
            IsBind = isBind,
            IsRecursiveBind = isRecursive,
            CopiesUp = copiesUp,
            FileSystem = fileSystem,
        };
    }
}
