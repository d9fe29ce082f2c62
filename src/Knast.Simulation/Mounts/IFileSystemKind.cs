using Knast.Simulation.Calls;
using Knast.Simulation.Files;

namespace Knast.Simulation.Mounts;

/// <summary>What differs between kinds of file systems when they are mounted.</summary>
internal interface IFileSystemKind
{
    /// <summary>Whether one may be mounted on a file.</summary>
    bool TakesFiles { get; }

    /// <summary>Flags that every mount of this kind has.</summary>
    MountFlags AddedFlags { get; }

    /// <summary>What the mount is from (<c>f_mntfromname</c>).</summary>
    string SourceName(MountRequest request);

    /// <summary>Makes the file system.</summary>
    FileSystem Make(CallContext call, MountRequest request, Node covered);

    /// <summary>Changes one that is mounted; its flags are changed by the caller.</summary>
    /// <exception cref="KernelError">EOPNOTSUPP.</exception>
    void Update(CallContext call, Mount mount, MountRequest request);
}
