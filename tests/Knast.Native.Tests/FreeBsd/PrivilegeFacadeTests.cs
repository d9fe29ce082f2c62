using Knast.Native.FreeBsd.Devfs;
using Knast.Native.FreeBsd.Files;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Modules;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Agent;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>What the kernel refuses to somebody who is not root, and to root in a jail.</summary>
public sealed class PrivilegeFacadeTests : FreeBsdFacadeSuite
{
    private const uint Nobody = 65534;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void SomebodyElseIsRefused(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var jail = new JailScope(kernel, "refused");
        Func<SystemCall>[] calls =
        [
            () => JailSet.Compose(target, [JailParameter.Text("name", "other"), JailParameter.Flag("persist", true)], JailFlags.Create),
            () => JailSet.Compose(target, [JailParameter.Number("jid", jail.Id), JailParameter.Text("host.hostname", "x")], JailFlags.Update),
            () => JailRemove.Compose(target, jail.Id),
            () => JailAttach.Compose(target, jail.Id),
            () => Nmount.Compose(target, Mount.Tmpfs("/mnt", [])),
            () => Unmount.Compose(target, "/tmp", isForced: false),
            () => RctlAddRule.Compose(target, RctlRule.Deny("refused", "maxproc", 5)),
            () => RctlRemoveRule.Compose(target, RctlRule.OfJail("refused")),
            () => CpusetSetaffinity.Compose(target, jail.Id, [0]),
            () => Kldload.Compose(target, "mqueuefs"),
            () => Sysctlbyname.Compose(target, "net.inet.ip.forwarding", 0, [1, 0, 0, 0]),
            () => Kill.Compose(target, 1, 15),
            () => Chroot.Compose(target, "/tmp"),
            () => Setgroups.Compose(target, 0, [0]),
            () => Setresuid.Compose(target, 0),
            () => Setlogin.Compose(target, "root"),
            () => Mknodat.Compose(target, AtFlags.CurrentDirectory, "/tmp/device", 0x2180, 0),
        ];
        foreach (Func<SystemCall> call in calls)
        {
            Assert.Equal((call().Name, ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
            {
                program.Call(Setresuid.Compose(target, Nobody));
                program.Call(call());
            }));
        }

        Assert.NotNull(JailGet.TryInvoke(kernel, jail.Key, [KnownJailParameters.Name]));
        Assert.Empty(RctlGetRules.Invoke(kernel, RctlRule.OfJail("refused")));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RulesOfDevfsAreRootsOutsideOfJails(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var jail = new JailScope(kernel, "ruled");
        var rule = new DevfsRule(900, 1) { Visibility = DevfsVisibility.Hide };
        ProgramRegister OpenDevfs(ProgramBuilder program)
        {
            ProgramRegister devfs = program.NewRegister();
            program.Call(devfs, Openat.Compose(target, Openat.CurrentDirectory, "/dev", OpenFlags.ReadOnly | OpenFlags.Directory));
            return devfs;
        }

        Assert.Equal(("ioctl", ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
        {
            ProgramRegister devfs = OpenDevfs(program);
            program.Call(Setresuid.Compose(target, Nobody));
            program.Call(DevfsRuleAdd.Compose(target, devfs, rule));
        }));
        Assert.Equal(("ioctl", ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(JailAttach.Compose(target, jail.Id));
            program.Call(DevfsRuleAdd.Compose(target, OpenDevfs(program), rule));
        }));
        using var directory = new RemoteDirectory(kernel);
        using KernelDescriptor devfs = directory.Files.OpenHostDirectory("/dev");
        Assert.Empty(DevfsRuleGetNext.List(kernel, devfs, 900));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RootInAJailIsRefused(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var jail = new JailScope(kernel, "inside");
        Func<SystemCall>[] calls =
        [
            () => JailSet.Compose(target, [JailParameter.Text("name", "inner"), JailParameter.Flag("persist", true)], JailFlags.Create),
            () => Nmount.Compose(target, Mount.Tmpfs("/mnt", [])),
            () => Unmount.Compose(target, "/tmp", isForced: false),
            () => RctlAddRule.Compose(target, RctlRule.Deny("inside", "maxproc", 5)),
            () => Kldload.Compose(target, "mqueuefs"),
            () => Sysctlbyname.Compose(target, "net.inet.ip.forwarding", 0, [1, 0, 0, 0]),
            () => Mknodat.Compose(target, AtFlags.CurrentDirectory, "/tmp/device", 0x2180, 0),
        ];
        foreach (Func<SystemCall> call in calls)
        {
            Assert.Equal((call().Name, ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
            {
                program.Call(JailAttach.Compose(target, jail.Id));
                program.Call(call());
            }));
        }

        Assert.Equal(("kill", ErrorCode.ESRCH), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(JailAttach.Compose(target, jail.Id));
            program.Call(Kill.Compose(target, 1, 0));
        }));
    }
}
