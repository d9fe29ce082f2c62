using Knast.Native.Kernel;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.Agent;

/// <summary>What the kernels read of the agents' files.</summary>
public sealed class AgentBinaryTests
{
    [Theory]
    [MemberData(nameof(LauncherBinaryTests.Names), MemberType = typeof(LauncherBinaryTests))]
    public void ItIsAStaticExecutableOfItsTarget(string name)
    {
        KernelTarget target = Launchers.Targets.Single(target => target.Name == name);
        string path = AgentProcess.PathOf(target);
        Assert.SkipUnless(File.Exists(path), "clang and lld are needed to build the agents of all targets: apt-get install clang lld.");
        LauncherBinaryTests.IsStaticExecutable(File.ReadAllBytes(path), target);
    }
}
