using Knast.Native.FreeBsd.Devfs;

namespace Knast.Native.Tests.FreeBsd.Composed;

/// <summary>The bytes of the requests to devfs(4).</summary>
public sealed class DevfsCallTests
{
    [Fact]
    public void ARuleHasConditionsAndActions() => Assert.Equal(
        """
        ioctl 54 (9, 3236709376, >0)
        0 InOut 236: 7a080adb6400e803 0300000002000000 7074732f2a000000 24*0 1f00000002000000 0100000002000000 b6010700
        """,
        CallBytes.Of(DevfsRuleAdd.Compose(
            FreeBsdTargets.V15Amd64,
            9,
            new DevfsRule(1000, 100)
            {
                Pattern = "pts/*",
                DriverFlags = 2,
                Visibility = DevfsVisibility.Unhide,
                Owner = 1,
                Group = 2,
                Mode = 0x1B6,
                Include = 7,
            })));

    [Fact]
    public void ARuleThatHidesAllAsksNothing() => Assert.Equal(
        """
        ioctl 54 (9, 2162967554, >0)
        0 In 236: 7a080adb00000000 26*0 0100000001000000 ..
        """,
        CallBytes.Of(DevfsRuleApply.Compose(FreeBsdTargets.V13Arm64, 9, new DevfsRule(0, 0) { Visibility = DevfsVisibility.Hide })));

    [Fact]
    public void ARuleIsRemovedByItsNumber() => Assert.Equal(
        """
        ioctl 54 (9, 2147763201, >0)
        0 In 4: 6400e803
        """,
        CallBytes.Of(DevfsRuleDelete.Compose(FreeBsdTargets.V15Amd64, 9, 1000, 100)));

    [Fact]
    public void ARuleIsAppliedByItsNumber() => Assert.Equal(
        """
        ioctl 54 (9, 2147763203, >0)
        0 In 4: 6400e803
        """,
        CallBytes.Of(DevfsRuleApplyId.Compose(FreeBsdTargets.V15Amd64, 9, 1000, 100)));

    [Fact]
    public void TheNextRuleIsAskedFor() => Assert.Equal(
        """
        ioctl 54 (9, 3236709380, >0)
        0 InOut 236: 7a080adb6400e803 ..
        """,
        CallBytes.Of(DevfsRuleGetNext.Compose(FreeBsdTargets.V15Amd64, 9, 1000, 100)));

    [Fact]
    public void ARulesetIsApplied() => Assert.Equal(
        """
        ioctl 54 (9, 2147632139, >0)
        0 In 2: e803
        """,
        CallBytes.Of(DevfsRulesetApply.Compose(FreeBsdTargets.V15Amd64, 9, 1000)));

    [Fact]
    public void ARulesetIsUsed() => Assert.Equal(
        """
        ioctl 54 (9, 2147632138, >0)
        0 In 2: e803
        """,
        CallBytes.Of(DevfsRulesetUse.Compose(FreeBsdTargets.V15Amd64, 9, 1000)));

    [Fact]
    public void TheNextRulesetIsAskedFor() => Assert.Equal(
        """
        ioctl 54 (9, 3221373964, >0)
        0 InOut 2: 0400
        """,
        CallBytes.Of(DevfsRulesetGetNext.Compose(FreeBsdTargets.V15Amd64, 9, 4)));
}
