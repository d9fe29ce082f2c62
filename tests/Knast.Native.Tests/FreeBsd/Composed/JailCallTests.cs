using System.Net;
using System.Net.Sockets;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of jail_set(2), jail_get(2), jail_remove(2) and jail_attach(2).</summary>
public sealed class JailCallTests
{
    [Fact]
    public void ParametersOfEveryKindBecomeOneVector() => Assert.Equal(
        """
        jail_set 507 (>0, 20, 1)
        0 In 320: >1 0500000000000000 >2 0400000000000000 >3 0800000000000000 2*0 >5 1400000000000000 2*0 >7 0500000000000000 >8 0400000000000000 >9 0d00000000000000 >10 0400000000000000 >11 0c00000000000000 >12 0800000000000000 >13 0900000000000000 >14 0800000000000000 >15 0900000000000000 2*0 >17 0c00000000000000 >18 0300000000000000 >19 0700000000000000 >20 0001000000000000
        1 In 5: "name"
        2 In 4: 77656200
        3 In 8: "persist"
        4 In 0:
        5 In 20: "allow.mount.nodevfs"
        6 In 0:
        7 In 5: "vnet"
        8 In 4: 01000000
        9 In 13: "children.max"
        10 In 4: 03000000
        11 In 12: "host.hostid"
        12 In 8: 3412000000000000
        13 In 9: "ip4.addr"
        14 In 8: 0a0102030a010204
        15 In 9: "ip6.addr"
        16 In 0:
        17 In 12: "some.struct"
        18 In 3: 010203
        19 In 7: "errmsg"
        20 InOut 256: ..
        """,
        CallBytes.Of(JailSet.Compose(
            FreeBsdTargets.V15Amd64,
            [
                JailParameter.Text("name", "web"),
                JailParameter.Flag("persist", true),
                JailParameter.Flag("allow.mount.devfs", false),
                JailParameter.System("vnet", JailSystem.New),
                JailParameter.Number("children.max", 3),
                JailParameter.LongNumber("host.hostid", 0x1234),
                JailParameter.Addresses("ip4.addr", AddressFamily.InterNetwork, [IPAddress.Parse("10.1.2.3"), IPAddress.Parse("10.1.2.4")]),
                JailParameter.Addresses("ip6.addr", AddressFamily.InterNetworkV6, []),
                JailParameter.Structure("some.struct", [1, 2, 3]),
            ],
            JailFlags.Create)));

    [Fact]
    public void AJailIsAskedForWithRoomForEachValue() => Assert.Equal(
        """
        jail_get 506 (>0, 8, 8)
        0 InOut 128: >1 0800000000000000 >2 0400000000000000 >3 0500000000000000 >4 0001000000000000 >5 0600000000000000 >6 0400000000000000 >7 0700000000000000 >8 0001000000000000
        1 In 8: "lastjid"
        2 InOut 4: 07000000
        3 In 5: "name"
        4 InOut 256: ..
        5 In 6: "dying"
        6 InOut 4: ..
        7 In 7: "errmsg"
        8 InOut 256: ..
        """,
        CallBytes.Of(JailGet.Compose(
            FreeBsdTargets.V13Arm64, JailKey.After(7), [KnownJailParameters.Name, KnownJailParameters.Dying], [256, 4], JailFlags.Dying, out _)));

    [Fact]
    public void AJailIsAskedForByItsName() => Assert.Equal(
        """
        jail_get 506 (>0, 6, 0)
        0 InOut 96: >1 0500000000000000 >2 0400000000000000 >3 0400000000000000 >4 0400000000000000 >5 0700000000000000 >6 0001000000000000
        1 In 5: "name"
        2 InOut 4: 77656200
        3 In 4: "jid"
        4 InOut 4: ..
        5 In 7: "errmsg"
        6 InOut 256: ..
        """,
        CallBytes.Of(JailGet.Compose(FreeBsdTargets.V15Amd64, JailKey.Name("web"), [KnownJailParameters.Jid], [4], JailFlags.None, out _)));

    [Fact]
    public void AJailIsRemovedByItsId() => Assert.Equal(
        """jail_remove 508 (5)""",
        CallBytes.Of(JailRemove.Compose(FreeBsdTargets.V15Arm64, 5)));

    [Fact]
    public void AJailIsEnteredByItsId() => Assert.Equal(
        """jail_attach 436 (r2)""",
        CallBytes.Of(JailAttach.Compose(FreeBsdTargets.V13Amd64, Operand.Register(2))));

    [Fact]
    public void AnOpenJailIsEntered() => Assert.Equal(
        """jail_attach_jd 597 (9)""",
        CallBytes.Of(JailAttachJd.Compose(FreeBsdTargets.V15Amd64, 9)));

    [Fact]
    public void AnOpenJailIsRemoved() => Assert.Equal(
        """jail_remove_jd 598 (9)""",
        CallBytes.Of(JailRemoveJd.Compose(FreeBsdTargets.V15Amd64, 9)));
}
