using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.Routes;
using Knast.Native.Kernel;
using Knast.Native.Programs;


namespace Knast.Native.Tests.FreeBsd;

/// <summary>What the kernel refuses of networks to somebody who is not root, to root in a jail, and to who may only read.</summary>
public sealed class NetworkPrivilegeFacadeTests : FreeBsdFacadeSuite
{
    private const uint Nobody = 65534;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void SomebodyElseIsRefused(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var jail = new JailScope(kernel, "guarded", JailParameter.System("vnet", JailSystem.New));
        using KernelDescriptor socket = InterfaceSocket.Invoke(kernel, InternetFamily.IPv4);
        using var pair = new InterfaceScope(kernel, socket, "epair");
        Func<ProgramRegister, SystemCall>[] calls =
        [
            own => InterfaceCreate.Compose(target, own, "epair"),
            own => InterfaceDestroy.Compose(target, own, pair.Name),
            own => InterfaceSetName.Compose(target, own, pair.Name, "stolen"),
            own => InterfaceSetFlags.Compose(target, own, pair.Name, InterfaceFlags.Up),
            own => InterfaceSetMtu.Compose(target, own, pair.Name, 1400),
            own => InterfaceSetDescription.Compose(target, own, pair.Name, "x"),
            own => InterfaceAddGroup.Compose(target, own, pair.Name, "knast"),
            own => InterfaceAddAddress.Compose(target, own, pair.Name, IPAddress.Parse("10.88.0.1"), 24),
            own => InterfaceSetVnet.Compose(target, own, pair.Name, jail.Id),
        ];
        foreach (Func<ProgramRegister, SystemCall> call in calls)
        {
            AssertRefused(kernel, "ioctl", BecomeNobody, InterfaceSocket.Compose(target, InternetFamily.IPv4), call);
        }

        AssertRefused(
            kernel, "write", BecomeNobody, RouteSocket.Compose(target), own => RouteAdd.Compose(target, own, Route.Default(IPAddress.Parse("10.0.2.9"))));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void RootInAJailIsRefused(string name)
    {
        IKernel kernel = Open(name);
        KernelTarget target = kernel.Target;
        using var jail = new JailScope(kernel, "confined", JailParameter.System("ip4", JailSystem.Inherit));
        void Attach(ProgramBuilder program) => program.Call(JailAttach.Compose(target, jail.Id));
        AssertRefused(
            kernel, "ioctl", Attach, InterfaceSocket.Compose(target, InternetFamily.IPv4), own => InterfaceCreate.Compose(target, own, "epair"));
        AssertRefused(
            kernel, "ioctl", Attach, InterfaceSocket.Compose(target, InternetFamily.IPv4), own => InterfaceSetFlags.Compose(target, own, "lo0", InterfaceFlags.Up));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailWithoutAddressesHasNoSockets(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "addressless");
        Assert.Equal(("socket", ErrorCode.EPROTONOSUPPORT), PlayedProgram.Fail(kernel, program =>
        {
            program.Call(JailAttach.Compose(kernel.Target, jail.Id));
            program.Call(InterfaceSocket.Compose(kernel.Target, InternetFamily.IPv4));
        }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void APacketFilterThatIsOpenForReadingIsNotChanged(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor device = PacketFilterDevice.Open(kernel, isReadOnly: true);
        Assert.False(PacketFilterGetStatus.Invoke(kernel, device).IsRunning);
        Assert.Equal(ErrorCode.EACCES, Assert.Throws<NativeException>(() => PacketFilterStart.Invoke(kernel, device)).Code);
    }

    private static void BecomeNobody(ProgramBuilder program) => program.Call(Setresuid.Compose(program.Target, Nobody));

    // The socket is opened by who uses it: the kernel asks who opened it.
    private static void AssertRefused(
        IKernel kernel, string name, Action<ProgramBuilder> become, SystemCall open, Func<ProgramRegister, SystemCall> call) =>
        Assert.Equal((name, ErrorCode.EPERM), PlayedProgram.Fail(kernel, program =>
        {
            ProgramRegister socket = program.NewRegister();
            become(program);
            program.Call(socket, open);
            program.Call(call(socket));
        }));
}
