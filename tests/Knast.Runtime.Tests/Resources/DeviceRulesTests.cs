using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Tests.Resources;

public sealed class DeviceRulesTests
{
    private static readonly LinuxDeviceCgroup DenyAll = new() { Allow = false, Access = "rwm" };

    [Fact]
    public void TheDefaultConfiguration() => Assert.Equal(
        """
        devices.deny = a
        devices.allow = c *:* m
        devices.allow = b *:* m
        devices.allow = c 1:3 rwm
        devices.allow = c 1:5 rwm
        devices.allow = c 1:7 rwm
        devices.allow = c 1:8 rwm
        devices.allow = c 1:9 rwm
        devices.allow = c 5:0 rwm
        devices.allow = c 5:2 rwm
        devices.allow = c 136:* rwm
        """,
        Version1([DenyAll]));

    [Fact]
    public void WithoutAnyRuleDevicesAreDeniedAllTheSame() => Assert.Equal(Version1([DenyAll]), Version1([]));

    [Fact]
    public void ConfiguredRulesComeInTheirOrder() => Assert.Equal(
        "devices.deny = a\ndevices.allow = c 10:229 rw\ndevices.allow = b 8:* r\ndevices.allow = c *:* m",
        Version1(
        [
            DenyAll, new() { Allow = true, Type = "c", Major = 10, Minor = 229, Access = "rw" }, new() { Allow = true, Type = "b", Major = 8, Minor = -1, Access = "r" },
        ],
        lines: 4));

    [Fact]
    public void APrivilegedContainerMayUseAll() =>
        Assert.Equal("devices.allow = a", Version1([new LinuxDeviceCgroup { Allow = true, Type = "a", Access = "rwm" }]));

    [Fact]
    public void AllKindsWithNumbersAreNotAllDevices() => Assert.Equal(
        "devices.deny = a\ndevices.allow = c 10:200 rw\ndevices.allow = b 10:200 rw\ndevices.allow = c *:* m",
        Version1([new LinuxDeviceCgroup { Allow = true, Major = 10, Minor = 200, Access = "rw" }], lines: 4));

    [Fact]
    public void ADeviceOfTheContainerMayBeUsed() => Assert.Equal(
        "devices.deny = a\ndevices.allow = c 10:200 rwm\ndevices.allow = b 7:0 rwm\ndevices.allow = c *:* m",
        Version1([DenyAll], lines: 4, new LinuxDevice { Path = "/dev/net/tun", Type = "u", Major = 10, Minor = 200 }, new LinuxDevice { Path = "/dev/loop0", Type = "b", Major = 7, Minor = 0 }, new LinuxDevice { Path = "/run/pipe", Type = "p" }));

    [Fact]
    public void ARuleForADeviceOfTheContainerIsNotWidened() => Assert.Equal(
        "devices.deny = a\ndevices.allow = b 7:0 r\ndevices.allow = c *:* m",
        Version1([DenyAll, new() { Allow = true, Type = "b", Major = 7, Minor = 0, Access = "r" }], lines: 3, new LinuxDevice { Path = "/dev/loop0", Type = "b", Major = 7, Minor = 0 }));

    [Theory]
    [InlineData(null, "/linux/resources/devices/0/access")]
    [InlineData("", "/linux/resources/devices/0/access")]
    [InlineData("rx", "/linux/resources/devices/0/access")]
    public void AccessThatIsNone(string? access, string pointer)
    {
        KnastException error = Hosts.Unified.Refusal(new LinuxResources { Devices = [new LinuxDeviceCgroup { Allow = true, Access = access }] });
        Assert.Equal("ConfigInvalid", error.ErrorId);
        Assert.Equal(pointer, error.Target);
    }

    [Theory]
    [InlineData("d", 1L, "/linux/resources/devices/0/type")]
    [InlineData("c", -2L, "/linux/resources/devices/0/major")]
    [InlineData("c", 4294967296L, "/linux/resources/devices/0/major")]
    public void RulesThatAreNone(string type, long major, string pointer) => Assert.Equal(
        pointer, Hosts.Unified.Refusal(new LinuxResources { Devices = [new LinuxDeviceCgroup { Type = type, Major = major, Access = "r" }] }).Target);

    [Fact]
    public void AnExceptionFromAnExceptionIsRefusedInVersion1Only()
    {
        var resources = new LinuxResources
        {
            Devices = [DenyAll, new() { Allow = true, Type = "c", Major = 10, Access = "rw" }, new() { Allow = false, Type = "c", Major = 10, Minor = 229, Access = "w" }],
        };
        KnastException error = Hosts.Version1.Refusal(resources);
        Assert.Equal("/linux/resources/devices/2", error.Target);
        Assert.Contains("cannot deny c 10:229 w after it was told to allow c 10:* rw", error.Message, StringComparison.Ordinal);
        Assert.NotNull(Hosts.Unified.Whole(resources).DeviceFilter);
    }

    [Fact]
    public void WithoutCgroupsARuleIsRefused()
    {
        Assert.Equal("/linux/resources/devices", Hosts.None.Refusal(new LinuxResources { Devices = [DenyAll] }).Target);
        Assert.Null(Hosts.None.Whole(new LinuxResources()).DeviceFilter);
    }

    [Fact]
    public void Version2HasAProgramAndNoFiles()
    {
        Assert.Empty(Hosts.Unified.Whole(new LinuxResources { Devices = [DenyAll] }).Writes);
        Assert.Equal("/sys/fs/cgroup", Hosts.Unified.Whole(new LinuxResources()).DeviceFilter!.Hierarchy.MountPoint);
        Assert.Null(Hosts.Hybrid.Whole(new LinuxResources()).DeviceFilter);
    }

    private static string Version1(LinuxDeviceCgroup[] rules, int lines = int.MaxValue, params LinuxDevice[] devices) =>
        string.Join('\n', Hosts.Version1.Whole(new LinuxResources { Devices = rules }, devices).Writes.Take(lines));
}
