namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>The options of a mount on FreeBSD, sorted by who takes them (mount(8), and the file systems' own pages).</summary>
internal sealed record FreeBsdMountOptions
{
    // What nmount(2) takes by name for every file system.
    private static readonly HashSet<string> Flags =
    [
        "ro", "rw", "nosuid", "suid", "noexec", "exec", "noatime", "atime", "sync", "nosymfollow", "noclusterr", "noclusterw", "union", "async", "multilabel",
        "acls", "nfsv4acls", "snapshot", "suiddir", "verify",
    ];

    // Linux words that engines write on FreeBSD too. There they mean what FreeBSD does anyway: devices exist in devfs only,
    // mounts do not propagate, and a bind mount is what nullfs is.
    private static readonly HashSet<string> Implicit =
    [
        "nodev", "bind", "rbind", "private", "rprivate", "notmpcopyup", "defaults", "relatime",
    ];

    private static readonly Dictionary<string, HashSet<string>> Own = new()
    {
        ["nullfs"] = ["nocache", "cache"],
        ["tmpfs"] = ["size", "mode", "uid", "gid", "inodes", "maxfilesize", "export", "nonc", "easize", "pgread"],
        ["devfs"] = [],
        ["fdescfs"] = ["linrdlnk", "rdlnk", "nodup"],
        ["procfs"] = [],
        ["linprocfs"] = [],
        ["linsysfs"] = [],
        ["unionfs"] = ["below", "copymode", "whiteout", "ufile", "udir", "gid", "uid"],
        ["zfs"] = [],
    };

    /// <summary>The file system, by the kernel's name.</summary>
    public required string Type { get; init; }

    /// <summary>What nmount(2) takes, beside the type, the place and the source.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>The devfs ruleset that the mount names; null for one that is made.</summary>
    public int? Ruleset { get; init; }

    /// <summary>Rules of the mount itself (<c>rule=path shm unhide mode 1777</c>), for devfs.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>Sorts the options of a mount.</summary>
    /// <exception cref="KnastException"><c>MountTypeUnknown</c>, <c>MountOptionUnknown</c>: FreeBSD has no such thing.</exception>
    public static FreeBsdMountOptions Parse(string? type, IReadOnlyList<string> options, string destination)
    {
        string fileSystem = Normalise(type, options, destination);
        var taken = new List<string>();
        var rules = new List<string>();
        int? ruleset = null;
        foreach (string option in options)
        {
            string[] parts = option.Split('=', 2);
            if (fileSystem == "devfs" && parts[0] == "ruleset" && parts.Length == 2)
            {
                ruleset = int.TryParse(parts[1], out int number) && number is >= 0 and <= ushort.MaxValue ? number : throw Unknown(option, fileSystem, destination);
            }
            else if (fileSystem == "devfs" && parts[0] == "rule" && parts.Length == 2)
            {
                rules.Add(parts[1]);
            }
            else if (Flags.Contains(option) || Own[fileSystem].Contains(parts[0]))
            {
                taken.Add(option);
            }
            else if (!Implicit.Contains(option))
            {
                throw Unknown(option, fileSystem, destination);
            }
        }

        return new FreeBsdMountOptions { Type = fileSystem, Options = taken, Ruleset = ruleset, Rules = rules };
    }

    private static string Normalise(string? type, IReadOnlyList<string> options, string destination)
    {
        string name = type is null or "" or "bind" or "none" || options.Any(option => option is "bind" or "rbind") ? "nullfs" : type;
        return Own.ContainsKey(name)
            ? name
            : throw new KnastException(
                "MountTypeUnknown", KnastErrorKind.NotSupported,
                $"The mount on {destination} has the type \"{type}\", which FreeBSD or Knast does not have; known are {string.Join(", ", Own.Keys.Order())}.", type);
    }

    private static KnastException Unknown(string option, string type, string destination) => new(
        "MountOptionUnknown", KnastErrorKind.NotSupported, $"The mount on {destination} has the option \"{option}\", which {type} does not take on FreeBSD.", option,
        $"{type} takes {string.Join(", ", Flags.Concat(Own[type]).Order())}.");
}
