using Knast.Native.FreeBsd.Modules;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Kernel modules.</summary>
public sealed class ModuleFacadeTests : FreeBsdFacadeSuite
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ModulesAreFound(string name)
    {
        IKernel kernel = Open(name);
        Assert.NotNull(Modfind.Invoke(kernel, "nullfs"));
        Assert.Null(Modfind.Invoke(kernel, "nosuch"));
        Assert.Null(Kldfind.Invoke(kernel, "nosuch.ko"));
        KldStatus first = Kldstat.List(kernel)[0];
        Assert.Equal("kernel", first.Name);
        Assert.Equal(first, Kldstat.Invoke(kernel, first.Id));
        Assert.Null(Kldstat.Invoke(kernel, 9999));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatIsNotThereIsNotLoaded(string name) =>
        Assert.Equal(ErrorCode.ENOENT, Assert.Throws<NativeException>(() => Kldload.Invoke(Open(name), "nosuch")).Code);
}
