using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.FreeBsd;

/// <summary>The life of a container as a jail.</summary>
[Collection("FreeBSD kernels")]
public sealed class JailLifeCycleTests
{
    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void AContainerGoesThroughItsWholeLife(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        Assert.Equal((7, ""), bundle.Run(JailBundle.Config("exit", "7")));
        Assert.Equal((0, "hello"), bundle.Run(JailBundle.Config("echo", "hello")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void ItIsStoppedAndItsExitTellsTheSignal(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        Container container = bundle.Create(JailBundle.Config("sleep"));
        Assert.Equal(ContainerStatus.Created, container.Status);
        Assert.Equal(ContainerStatus.Running, bundle.Engine.Start(container.Id, TestContext.Current.CancellationToken).Status);
        Container stopped = bundle.Engine.Stop(container.Id, null, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        Assert.Equal((ContainerStatus.Stopped, 128 + 15), (stopped.Status, stopped.ExitCode));
        bundle.Engine.Delete(container.Id, force: false, TestContext.Current.CancellationToken);
        bundle.AssertNothingIsLeft();
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void AUserIsTheUser(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        RuntimeConfig config = JailBundle.Config("id");
        config = config with { Process = config.Process! with { User = new ContainerUser { Uid = 1000, Gid = 1001, AdditionalGids = [1001, 7] } } };
        Assert.Equal((0, "1000 1001"), bundle.Run(config));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void DevicesAreHiddenButForAFew(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        const string enoent = "-2";
        Assert.NotEqual((0, enoent), bundle.Run(JailBundle.Config("open", "/dev/null")));
        Assert.Equal((0, enoent), bundle.Run(JailBundle.Config("open", "/dev/mem")));
        Assert.Equal((0, enoent), bundle.Run(JailBundle.Config("open", "/dev/pf")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void AReadOnlyRootAndAVnet(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        RuntimeConfig config = JailBundle.Config("echo", "inside");
        config = config with
        {
            Root = config.Root! with { Readonly = true },
            FreeBsd = new FreeBsdConfig { Jail = new FreeBsdJail { Vnet = "new" } },
        };
        Assert.Equal((0, "inside"), bundle.Run(config));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void AMissingProgramLeavesNothing(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        RuntimeConfig config = JailBundle.Config();
        KnastException error = Assert.Throws<KnastException>(() => bundle.Create(config with { Process = config.Process! with { Args = ["nosuch"] } }));
        Assert.Equal("ExecutableNotFound", error.ErrorId);
        bundle.AssertNothingIsLeft();
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(FreeBsdKernels.Names), MemberType = typeof(FreeBsdKernels))]
    public void ARulesetThatIsNotThereIsRefused(string kernel)
    {
        using var bundle = new JailBundle(FreeBsdKernels.Open(kernel));
        RuntimeConfig config = JailBundle.Config("exit");
        config = config with { Mounts = [new Mount { Destination = "/dev", Type = "devfs", Source = "devfs", Options = ["ruleset=77"] }] };
        Assert.Equal("DevfsRulesetNotFound", Assert.Throws<KnastException>(() => bundle.Create(config)).ErrorId);
    }
}
