using System.Runtime.InteropServices;

namespace Knast.Native.Kernel;

/// <summary>What decides the numbers, sizes and layouts of a kernel's interface.</summary>
/// <param name="System">The operating system.</param>
/// <param name="Architecture">The processor architecture.</param>
/// <param name="Version">FreeBSD: <c>kern.osreldate</c> (<c>1501000</c> is 15.1). Linux: major * 1000 + minor.</param>
public sealed record KernelTarget(KernelSystem System, KernelArchitecture Architecture, int Version)
{
    /// <summary>The architecture of this process.</summary>
    /// <exception cref="PlatformNotSupportedException">Neither x64 nor arm64.</exception>
    public static KernelArchitecture LocalArchitecture => RuntimeInformation.ProcessArchitecture switch
    {
        global::System.Runtime.InteropServices.Architecture.X64 => KernelArchitecture.Amd64,
        global::System.Runtime.InteropServices.Architecture.Arm64 => KernelArchitecture.Arm64,
        var other => throw new PlatformNotSupportedException($"Knast runs on amd64 and arm64, not on {other}."),
    };

    /// <summary>The name as in file names, such as <c>linux-amd64</c>.</summary>
    public string Name =>
        (System == KernelSystem.Linux ? "linux" : "freebsd") + (Architecture == KernelArchitecture.Amd64 ? "-amd64" : "-arm64");
}
