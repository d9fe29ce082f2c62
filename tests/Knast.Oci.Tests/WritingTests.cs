using System.Text;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

public sealed class WritingTests
{
    [Fact]
    public void Names_are_spelt_as_the_specification_spells_them()
    {
        var config = new RuntimeConfig
        {
            OciVersion = "1.3.0",
            Process = new ContainerProcess { Cwd = "/", ExecCpuAffinity = new CpuAffinity { Initial = "1" } },
            Linux = new LinuxConfig
            {
                UidMappings = [new LinuxIdMapping { ContainerId = 1, HostId = 2, Size = 3 }],
                Resources = new LinuxResources
                {
                    Memory = new LinuxMemory { KernelTcp = 1, DisableOomKiller = false },
                    BlockIo = new LinuxBlockIo { ThrottleReadIopsDevice = [new LinuxThrottleDevice { Major = 8, Rate = 9 }] },
                    Network = new LinuxNetwork { ClassId = 7 },
                },
                IntelRdt = new LinuxIntelRdt { ClosId = "c", L3CacheSchema = "L3:0=f", EnableMonitoring = true },
            },
            FreeBsd = new FreeBsdConfig { Jail = new FreeBsdJail { Ip4Addr = ["10.0.0.1"], Allow = new FreeBsdJailAllow { Suser = false } } },
        };
        const string Expected =
            """
            {"ociVersion":"1.3.0","process":{"user":{"uid":0,"gid":0},"cwd":"/","execCPUAffinity":{"initial":"1"}},"linux":{"uidMappings":[{"containerID":1,
            "hostID":2,"size":3}],"resources":{"memory":{"kernelTCP":1,"disableOOMKiller":false},"blockIO":{"throttleReadIOPSDevice":[{"major":8,"minor":0,
            "rate":9}]},"network":{"classID":7}},"intelRdt":{"closID":"c","l3CacheSchema":"L3:0=f","enableMonitoring":true}},
            "freebsd":{"jail":{"ip4Addr":["10.0.0.1"],"allow":{"suser":false}}}}
            """;
        Assert.Equal(Expected.ReplaceLineEndings(""), Text(config));
    }

    [Fact]
    public void Arrays_that_the_specification_requires_are_written_empty()
    {
        Assert.Equal("""{"schemaVersion":2,"manifests":[]}""", Text(new ImageIndex { SchemaVersion = 2 }));
        Assert.Equal("""{"schemaVersion":2,"layers":[]}""", Text(new ImageManifest { SchemaVersion = 2 }));
        Assert.Equal(
            """{"architecture":"amd64","os":"linux","rootfs":{"type":"layers","diff_ids":[]}}""",
            Text(new ImageConfig { Architecture = "amd64", Os = "linux", RootFs = new RootFs { Type = RootFs.Layers } }));
    }

    [Fact]
    public void Maps_are_written_in_one_order()
    {
        var one = new RuntimeConfig { Annotations = new Dictionary<string, string> { ["b"] = "1", ["a"] = "2", ["B"] = "3" } };
        var other = new RuntimeConfig { Annotations = new Dictionary<string, string> { ["B"] = "3", ["a"] = "2", ["b"] = "1" } };
        Assert.Equal(Text(one), Text(other));
        Assert.EndsWith("""{"B":"3","a":"2","b":"1"}}""", Text(one), StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_are_written_as_objects()
    {
        var config = new ImageConfig { Config = new ExecutionParameters { ExposedPorts = ["80", "22/tcp", "80"], Volumes = ["/data"] } };
        Assert.Contains("""{"ExposedPorts":{"22/tcp":{},"80":{}},"Volumes":{"/data":{}}}""", Text(config), StringComparison.Ordinal);
    }

    [Fact]
    public void Features_tell_empty_from_unknown()
    {
        Assert.DoesNotContain("hooks", Text(new RuntimeFeatures()), StringComparison.Ordinal);
        Assert.Null(OciJson.Read<RuntimeFeatures>("{}"u8).Hooks);
        Assert.Empty(OciJson.Read<RuntimeFeatures>("""{"hooks":[]}"""u8).Hooks!);
        Assert.Contains("\"hooks\":[]", Text(new RuntimeFeatures { Hooks = [] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Indented_documents_mean_the_same()
    {
        var config = Fixture.Read<RuntimeConfig>("runtime/spec-example.json");
        var indented = OciJson.Write(config, indented: true);
        Assert.Contains((byte)'\n', indented);
        Assert.Equal(OciJson.Write(config), OciJson.Write(OciJson.Read<RuntimeConfig>(indented)));
    }

    private static string Text<T>(T document)
        where T : class, IOciDocument => Encoding.UTF8.GetString(OciJson.Write(document));
}
