namespace Knast.Native.FreeBsd.Mounts;

/// <summary>What names a mount as long as it is there (sys/mount.h, fsid_t).</summary>
/// <param name="First">The first number.</param>
/// <param name="Second">The second number.</param>
public readonly record struct FileSystemId(int First, int Second)
{
    /// <summary>As unmount(2) takes it: <c>FSID:first:second</c>.</summary>
    public override string ToString() => $"FSID:{First}:{Second}";
}
