using Knast.Native.Kernel;

namespace Knast.Native.Tests.Programs;

/// <summary>The launchers of all targets, built beside the tests where clang and lld are on the machine.</summary>
internal static class Launchers
{
    public static IReadOnlyList<KernelTarget> Targets { get; } =
    [
        new(KernelSystem.Linux, KernelArchitecture.Amd64, 5015),
        new(KernelSystem.Linux, KernelArchitecture.Arm64, 5015),
        new(KernelSystem.FreeBsd, KernelArchitecture.Amd64, 1302001),
        new(KernelSystem.FreeBsd, KernelArchitecture.Arm64, 1302001),
    ];

    /// <summary>The path of one; skips the test where it was not built.</summary>
    public static string Require(KernelTarget target)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "launchers", "launcher-" + target.Name);
        Assert.SkipUnless(File.Exists(path), "clang and lld are needed to build the launchers of all targets: apt-get install clang lld.");
        return path;
    }
}
