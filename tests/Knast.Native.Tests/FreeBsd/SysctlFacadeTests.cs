using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Sysctls by name and number, and the tree of them.</summary>
public sealed class SysctlFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ValuesAreReadByName(string name)
    {
        IKernel kernel = Open(name);
        Assert.Equal("FreeBSD", Sysctlbyname.ReadText(kernel, "kern.ostype"));
        Assert.Equal(kernel.Target.Version, Sysctlbyname.ReadNumber(kernel, "kern.osreldate"));
        Assert.Null(Sysctlbyname.TryReadNumber(kernel, "kern.nosuch"));
        Assert.Equal(ErrorCode.ENOENT, Assert.Throws<NativeException>(() => Sysctlbyname.Read(kernel, "kern.nosuch")).Code);
        Assert.Equal("FreeBSD\0"u8.ToArray(), Sysctlbyname.Read(kernel, "kern.ostype", expected: 4));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ValuesAreSet(string name)
    {
        IKernel kernel = Open(name);
        long before = Sysctlbyname.ReadNumber(kernel, "net.inet.ip.forwarding");
        Sysctlbyname.WriteInt32(kernel, "net.inet.ip.forwarding", 1);
        Assert.Equal(1, Sysctlbyname.ReadNumber(kernel, "net.inet.ip.forwarding"));
        Sysctlbyname.WriteInt32(kernel, "net.inet.ip.forwarding", (int)before);
        AssertFails(ErrorCode.EPERM, () => Sysctlbyname.WriteInt32(kernel, "kern.osreldate", 1));
        AssertFails(ErrorCode.EPERM, () => Sysctlbyname.WriteInt32(kernel, "kern.racct.enable", 1));
        AssertFails(ErrorCode.ENOENT, () => Sysctlbyname.WriteInt32(kernel, "kern.nosuch", 1));
        AssertFails(ErrorCode.EINVAL, () => Sysctlbyname.Write(kernel, "net.inet.ip.forwarding", [1]));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheTreeIsWalked(string name)
    {
        IKernel kernel = Open(name);
        int[] number = SysctlTree.Find(kernel, "kern.osreldate")!;
        Assert.Equal([1, 24], number);
        SysctlNode node = SysctlTree.Describe(kernel, number);
        Assert.Equal(("kern.osreldate", SysctlKind.Int), (node.Name, node.Kind));
        Assert.Null(SysctlTree.Find(kernel, "kern.nosuch"));
        Assert.Contains(SysctlTree.List(kernel, "security.jail"), static found => found.Name == "security.jail.param.name");
    }

    private static void AssertFails(ErrorCode code, Action action) => Assert.Equal(code, Assert.Throws<NativeException>(action).Code);
}
