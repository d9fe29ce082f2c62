using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>The four kernels whose facts are known.</summary>
internal static class FreeBsdTargets
{
    public static KernelTarget V13Amd64 { get; } = new(KernelSystem.FreeBsd, KernelArchitecture.Amd64, 1302001);

    public static KernelTarget V13Arm64 { get; } = new(KernelSystem.FreeBsd, KernelArchitecture.Arm64, 1302001);

    public static KernelTarget V15Amd64 { get; } = new(KernelSystem.FreeBsd, KernelArchitecture.Amd64, 1501000);

    public static KernelTarget V15Arm64 { get; } = new(KernelSystem.FreeBsd, KernelArchitecture.Arm64, 1501000);

    /// <summary>All of them by the names that the facts use.</summary>
    public static IReadOnlyDictionary<string, KernelTarget> ByName { get; } = new Dictionary<string, KernelTarget>
    {
        ["13.2-amd64"] = V13Amd64,
        ["13.2-arm64"] = V13Arm64,
        ["15.1-amd64"] = V15Amd64,
        ["15.1-arm64"] = V15Arm64,
    };
}
