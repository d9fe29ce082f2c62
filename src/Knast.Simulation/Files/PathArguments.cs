using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Files;

/// <summary>Directories and paths among the arguments of a call.</summary>
internal static class PathArguments
{
    public const int NoFollow = 0x200;
    public const int FollowLink = 0x400;
    public const int RemoveDirectory = 0x800;
    public const int ResolveBeneath = 0x2000;
    public const int EmptyPath = 0x4000;

    private const int CurrentDirectory = -100;

    /// <summary>Looks a path up that is relative to a descriptor.</summary>
    public static Found FindAt(this CallContext call, int directory, int path, LookupFlags flags) =>
        Find(call, call.Int32(directory), call.Path(path), flags);

    /// <summary>Looks a path up that is relative to the working directory.</summary>
    public static Found Find(this CallContext call, int path, LookupFlags flags) => Find(call, CurrentDirectory, call.Path(path), flags);

    /// <summary>Looks a path up.</summary>
    public static Found Find(this CallContext call, int directory, string path, LookupFlags flags) =>
        new PathLookup(call.Process).Find(Start(call, directory, path, flags), path, flags);

    /// <summary>How the flags of a call relative to a descriptor mean a lookup.</summary>
    /// <exception cref="KernelError">EINVAL: there are others than those known.</exception>
    public static LookupFlags AtFlags(int flags, int known, bool followsByDefault)
    {
        KernelError.Unless((flags & ~known) == 0, ErrorCode.EINVAL);
        bool isFollowed = followsByDefault ? (flags & NoFollow) == 0 : (flags & FollowLink) != 0;
        return (isFollowed ? LookupFlags.Follow : LookupFlags.None)
            | ((flags & ResolveBeneath) != 0 ? LookupFlags.Beneath : LookupFlags.None)
            | ((flags & EmptyPath) != 0 ? LookupFlags.Empty : LookupFlags.None);
    }

    private static Node Start(CallContext call, int directory, string path, LookupFlags flags)
    {
        if (path.StartsWith('/'))
        {
            return call.Process.Root;
        }

        if (directory == CurrentDirectory)
        {
            return call.Process.WorkingDirectory;
        }

        Node node = call.Process.Descriptors.Get(directory).Node ?? throw new KernelError(ErrorCode.ENOTDIR);
        bool isItself = path.Length == 0 && flags.HasFlag(LookupFlags.Empty);
        return isItself || node.IsDirectory ? node : throw new KernelError(ErrorCode.ENOTDIR);
    }
}
