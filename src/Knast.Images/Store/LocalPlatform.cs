using Knast.Native.Kernel;
using Knast.Oci;

namespace Knast.Images.Store;

/// <summary>The platform that is meant where none is named.</summary>
internal static class LocalPlatform
{
    /// <summary>This machine's.</summary>
    public static Platform Value { get; } = new()
    {
        Os = OperatingSystem.IsFreeBSD() ? "freebsd" : "linux",
        Architecture = KernelTarget.LocalArchitecture == KernelArchitecture.Amd64 ? "amd64" : "arm64",
    };
}
