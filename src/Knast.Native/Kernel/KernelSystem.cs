namespace Knast.Native.Kernel;

/// <summary>The operating systems whose kernels Knast asks.</summary>
public enum KernelSystem
{
    /// <summary>FreeBSD 13 and newer.</summary>
    FreeBsd,

    /// <summary>Linux 5.15 and newer.</summary>
    Linux,
}
