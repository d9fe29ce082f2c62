using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts.FreeBsd;

namespace Knast.Runtime.Tests.FreeBsd;

/// <summary>What is decided for a jail, before any kernel is asked.</summary>
public sealed class JailPlanTests
{
    [Fact]
    public void TheSectionBecomesParameters()
    {
        RuntimeConfig config = Config(new FreeBsdJail
        {
            Ip4Addr = ["10.0.0.5"],
            Ip6 = "disable",
            Sysvshm = "inherit",
            EnforceStatfs = 1,
            Allow = new FreeBsdJailAllow { RawSockets = true, SetHostname = false, Mount = ["tmpfs"] },
        });
        Assert.Equal(
            [
                "name=web", "path=/root", "persist=1", "enforce_statfs=1", "host=New", "sysvmsg=New", "sysvsem=New", "sysvshm=Inherit", "host.hostname=box",
                "ip4.addr=10.0.0.5", "ip6=Disable", "allow.mount=1", "allow.mount.tmpfs=1", "allow.raw_sockets=1", "allow.set_hostname=0",
            ],
            Compose(config));
    }

    [Fact]
    public void AVnetHasNoWordOfAddresses() =>
        Assert.DoesNotContain(Compose(Config(new FreeBsdJail { Vnet = "new" })), parameter => parameter.StartsWith("ip", StringComparison.Ordinal));

    [Theory]
    [InlineData("web", "web")]
    [InlineData("a.b", "a_b")]
    [InlineData("123", "c123")]
    public void AJailIsNamedSoThatTheKernelTakesIt(string id, string name) =>
        Assert.Equal(name, JailPlan.NameOf(id, new JailRequest(new FreeBsdJail(), new Dictionary<string, bool>())));

    [Fact]
    public void AnnotationsCompleteTheSection()
    {
        RuntimeConfig config = Config(new FreeBsdJail()) with
        {
            Annotations = new Dictionary<string, string>
            {
                ["org.freebsd.jail.vnet"] = "new",
                ["org.freebsd.parentJail"] = "pod",
                ["org.freebsd.jail.allow.mlock"] = "true",
                ["some.other"] = "x",
            },
        };
        JailRequest request = JailAnnotations.Complete(config);
        Assert.True(request.HasVnet);
        Assert.Equal("pod.web", JailPlan.NameOf("web", request));
        Assert.Contains("allow.mlock=1", Compose(config));
    }

    [Theory]
    [InlineData("org.freebsd.jail.vnet", "new", "AnnotationContradiction")]
    [InlineData("org.freebsd.jail.vnet", "disable", "AnnotationInvalid")]
    [InlineData("org.freebsd.jail.allow.raw_sockets", "true", "AnnotationContradiction")]
    [InlineData("org.freebsd.jail.allow.raw_sockets", "maybe", "AnnotationInvalid")]
    [InlineData("org.freebsd.jail.ip4.addr", "10.0.0.6", "AnnotationContradiction")]
    [InlineData("org.freebsd.jail.colour", "blue", "AnnotationUnknown")]
    public void WhatContradictsOrIsUnknownIsRefused(string key, string value, string error)
    {
        RuntimeConfig config = Config(new FreeBsdJail { Vnet = "inherit", Ip4Addr = ["10.0.0.5"], Allow = new FreeBsdJailAllow { RawSockets = false } }) with
        {
            Annotations = new Dictionary<string, string> { [key] = value },
        };
        Assert.Equal(error, Assert.Throws<KnastException>(() => JailAnnotations.Complete(config)).ErrorId);
    }

    [Fact]
    public void LimitsBecomeRules() => Assert.Equal(
        ["jail:web:memoryuse:deny=536870912", "jail:web:maxproc:deny=20", "jail:web:pcpu:deny=150"],
        ResourceRulePlan.Rules(
            new LinuxResources
            {
                Memory = new LinuxMemory { Limit = 536870912 },
                Pids = new LinuxPids { Limit = 20 },
                Cpu = new LinuxCpu { Quota = 150000, Period = 100000 },
            },
            "web"));

    [Fact]
    public void WhatRctlCannotLimitIsNamed() => Assert.StartsWith(
        "/linux/resources/cpu/shares",
        Assert.Throws<KnastException>(() => ResourceRulePlan.Rules(new LinuxResources { Cpu = new LinuxCpu { Shares = 5 } }, "web")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("0-2,5", "0,1,2,5")]
    [InlineData("7", "7")]
    public void ProcessorsAreCounted(string text, string expected) => Assert.Equal(
        expected, string.Join(',', ResourceRulePlan.Processors(new LinuxResources { Cpu = new LinuxCpu { Cpus = text } })!));

    [Theory]
    [InlineData("3-1")]
    [InlineData("x")]
    [InlineData("0-99999")]
    public void WhatIsNoListOfProcessorsIsRefused(string text) => Assert.Equal(
        "CpuSetInvalid",
        Assert.Throws<KnastException>(() => ResourceRulePlan.Processors(new LinuxResources { Cpu = new LinuxCpu { Cpus = text } })).ErrorId);

    [Fact]
    public void TheWordsOfLinuxThatMeanNothingHereAreTaken()
    {
        FreeBsdMountOptions options = FreeBsdMountOptions.Parse("bind", ["rbind", "rprivate", "nodev", "ro", "nosuid"], "/data");
        Assert.Equal(("nullfs", "ro nosuid"), (options.Type, string.Join(' ', options.Options)));
    }

    [Theory]
    [InlineData("tmpfs", "colour=blue", "MountOptionUnknown")]
    [InlineData("ext4", "ro", "MountTypeUnknown")]
    [InlineData("devfs", "ruleset=x", "MountOptionUnknown")]
    public void WhatFreeBsdDoesNotHaveIsRefused(string type, string option, string error) =>
        Assert.Equal(error, Assert.Throws<KnastException>(() => FreeBsdMountOptions.Parse(type, [option], "/x")).ErrorId);

    [Fact]
    public void DevicesAreHiddenThenShown()
    {
        string[] rules =
        [
            .. DevfsRulesetPlan.Compose(20000, [new FreeBsdDevice { Path = "dri/card0", Mode = 432 }], ["path shm unhide mode 1777"])
                .Select(rule => $"{rule.Visibility} {rule.Pattern} {rule.Mode}".Trim()),
        ];
        Assert.Equal("Hide", rules[0]);
        Assert.Equal(["Unhide dri", "Unhide dri/card0 432", "Unhide shm 1023"], rules[^3..]);
        Assert.DoesNotContain(rules, rule => rule.Contains("mem", StringComparison.Ordinal) || rule.Contains(" pf", StringComparison.Ordinal));
    }

    private static string[] Compose(RuntimeConfig config) =>
        [.. JailPlan.Compose(config, JailAnnotations.Complete(config), "web", "/root").Select(parameter => parameter.ToString())];

    private static RuntimeConfig Config(FreeBsdJail jail) => new() { Hostname = "box", FreeBsd = new FreeBsdConfig { Jail = jail } };
}
