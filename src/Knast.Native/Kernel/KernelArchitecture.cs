namespace Knast.Native.Kernel;

/// <summary>The processor architectures, by FreeBSD's names.</summary>
public enum KernelArchitecture
{
    /// <summary>x86-64.</summary>
    Amd64,

    /// <summary>AArch64.</summary>
    Arm64,
}
