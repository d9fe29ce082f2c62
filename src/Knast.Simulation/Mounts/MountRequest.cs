using Knast.Native.Kernel;
using Knast.Simulation.Options;

namespace Knast.Simulation.Mounts;

/// <summary>What nmount(2) is asked for: type, place, flags, and the options that are left for the file system.</summary>
internal sealed record MountRequest(string Type, string Path, MountFlags Flags, OptionList Options)
{
    private const int LongestType = 16;
    private const int LongestPath = 1024;

    private static readonly Dictionary<string, (MountFlags Set, MountFlags Clear)> s_flags = new()
    {
        ["update"] = (MountFlags.Update, 0),
        ["async"] = (MountFlags.Asynchronous, 0),
        ["noasync"] = (0, MountFlags.Asynchronous),
        ["force"] = (MountFlags.Force, 0),
        ["reload"] = (MountFlags.Reload, 0),
        ["noatime"] = (MountFlags.NoAccessTime, 0),
        ["noclusterr"] = (MountFlags.NoClusterRead, 0),
        ["noexec"] = (MountFlags.NoExec, 0),
        ["nosuid"] = (MountFlags.NoSetUserId, 0),
        ["nosymfollow"] = (MountFlags.NoSymbolicFollow, 0),
        ["noro"] = (0, MountFlags.ReadOnly),
        ["rw"] = (0, MountFlags.ReadOnly),
        ["ro"] = (MountFlags.ReadOnly, 0),
        ["rdonly"] = (MountFlags.ReadOnly, 0),
        ["sync"] = (MountFlags.Synchronous, 0),
        ["union"] = (MountFlags.Union, 0),
        ["nocover"] = (MountFlags.NoCover, 0),
        ["emptydir"] = (MountFlags.EmptyDirectory, 0),
        ["cover"] = (0, MountFlags.NoCover),
        ["noemptydir"] = (0, MountFlags.EmptyDirectory),
        ["atime"] = (0, 0),
        ["exec"] = (0, 0),
        ["suid"] = (0, 0),
        ["symfollow"] = (0, 0),
        ["autoro"] = (0, 0),
        ["automounted"] = (0, 0),
        ["clusterr"] = (0, 0),
        ["clusterw"] = (0, 0),
        ["noclusterw"] = (0, 0),
        ["multilabel"] = (0, 0),
        ["suiddir"] = (0, 0),
    };

    /// <summary>Reads it.</summary>
    /// <exception cref="KernelError">EINVAL, ENAMETOOLONG.</exception>
    public static MountRequest Read(OptionList options, MountFlags flags)
    {
        string type = Required(options, "fstype", "Invalid fstype");
        string path = Required(options, "fspath", "Invalid fspath");
        foreach (Option option in options.All)
        {
            if (s_flags.TryGetValue(option.Name, out (MountFlags Set, MountFlags Clear) change))
            {
                option.IsSeen = true;
                flags = (flags | change.Set) & ~change.Clear;
            }
        }

        bool fits = options.Find("fstype")!.Length <= LongestType && options.Find("fspath")!.Length <= LongestPath;
        KernelError.Unless(fits, ErrorCode.ENAMETOOLONG);
        return new MountRequest(type, path, flags, options);
    }

    /// <summary>Refuses options that the file system does not know (vfs_filteropt).</summary>
    /// <exception cref="KernelError">EINVAL, with words.</exception>
    public void Filter(params string[] known)
    {
        foreach (Option option in Options.All.Where(option => !option.IsSeen && option.Name is not ("errmsg" or "fstype" or "fspath")))
        {
            string plain = option.Name.StartsWith("no", StringComparison.Ordinal) ? option.Name[2..] : option.Name;
            KernelError.Unless(known.Contains(option.Name) || known.Contains(plain), ErrorCode.EINVAL, $"mount option <{option.Name}> is unknown");
        }
    }

    private static string Required(OptionList options, string name, string words)
    {
        try
        {
            return options.Text(name) ?? throw new KernelError(ErrorCode.EINVAL, words);
        }
        catch (KernelError error) when (error.Words is null)
        {
            throw new KernelError(ErrorCode.EINVAL, words);
        }
    }
}
