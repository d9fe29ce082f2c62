using Knast.Native.FreeBsd.Modules;
using Knast.Native.FreeBsd.Sockets;
using Knast.Native.FreeBsd.Sysctls;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of sysctl(3), kldload(2) and of messages.</summary>
public sealed class SysctlCallTests
{
    [Fact]
    public void AValueIsReadByItsName() => Assert.Equal(
        """
        __sysctlbyname 570 (>0, 14, >1, >2, 0, 0)
        0 In 15: "kern.osreldate"
        1 Out 4: ..
        2 InOut 8: 0400000000000000
        """,
        CallBytes.Of(Sysctlbyname.Compose(FreeBsdTargets.V15Amd64, "kern.osreldate", 4)));

    [Fact]
    public void AValueIsSetByItsName() => Assert.Equal(
        """
        __sysctlbyname 570 (>0, 22, 0, >2, >3, 4)
        0 In 23: "net.inet.ip.forwarding"
        1 Out 0:
        2 InOut 8: ..
        3 In 4: 01000000
        """,
        CallBytes.Of(Sysctlbyname.Compose(FreeBsdTargets.V15Amd64, "net.inet.ip.forwarding", 0, [1, 0, 0, 0])));

    [Fact]
    public void ALengthIsAskedForByNumbers() => Assert.Equal(
        """
        __sysctl 202 (>0, 4, 0, >2, 0, 0)
        0 In 16: 010000000e000000 0800000000000000
        1 Out 0:
        2 InOut 8: ..
        """,
        CallBytes.Of(Sysctl.Compose(FreeBsdTargets.V13Amd64, [1, 14, 8, 0], 0)));

    [Fact]
    public void AModuleIsLoaded() => Assert.Equal(
        """
        kldload 304 (>0)
        0 In 8: "linux64"
        """,
        CallBytes.Of(Kldload.Compose(FreeBsdTargets.V15Amd64, "linux64")));

    [Fact]
    public void AFileOfTheKernelHasAStatus() => Assert.Equal(
        """
        kldstat 308 (2, >0)
        0 InOut 2080: 2008000000000000 ..
        """,
        CallBytes.Of(Kldstat.Compose(FreeBsdTargets.V15Amd64, 2)));

    [Fact]
    public void ADescriptorGoesWithAMessage() => Assert.Equal(
        """
        sendmsg 28 (4, >0, 131080)
        0 In 48: 2*0 >1 0100000000000000 >3 1800000000000000
        1 In 16: >2 0100000000000000
        2 In 1: 78
        3 In 24: 14000000ffff0000 0100000000000000 0600000000000000
        """,
        CallBytes.Of(SendmsgRights.Compose(FreeBsdTargets.V15Amd64, 4, 6, "x"u8, endsRecord: true)));

    [Fact]
    public void SeveralDescriptorsAreWaitedFor() => Assert.Equal(
        """
        ppoll 545 (>0, 2, >1, 0)
        0 InOut 16: 0300000001000000 0400000001000000
        1 In 16: 0100000000000000 0065cd1d00000000
        """,
        CallBytes.Of(Ppoll.Compose(FreeBsdTargets.V15Amd64, [3, 4], TimeSpan.FromMilliseconds(1500))));

    [Fact]
    public void SocketsAreCloseOnExec() => Assert.Equal(
        """
        socketpair 135 (1, 805306373, 0, >0)
        0 Out 8: ..
        """,
        CallBytes.Of(Socketpair.Compose(FreeBsdTargets.V15Amd64, SocketKind.SequencedPackets | SocketKind.NonBlocking)));
}
