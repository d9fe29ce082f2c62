using System.Text.Json.Nodes;
using Knast.Oci.DistributionSpec;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("runtime/runc-spec.json")]
    [InlineData("runtime/runc-rootless.json")]
    [InlineData("runtime/crun-spec.json")]
    [InlineData("runtime/umoci-unpack.json")]
    [InlineData("runtime/buildah-run.json")]
    [InlineData("runtime/spec-example.json")]
    [InlineData("runtime/minimal-for-start.json")]
    [InlineData("runtime/linux-rdma.json")]
    [InlineData("runtime/linux-netdevice.json")]
    [InlineData("runtime/freebsd-example.json")]
    [InlineData("runtime/freebsd-minimal.json")]
    public void Runtime_configurations_lose_nothing(string name) => AssertKeepsEverything<RuntimeConfig>(name);

    [Fact]
    public void Features_lose_nothing() => AssertKeepsEverything<RuntimeFeatures>("runtime/runc-features.json");

    [Fact]
    public void State_loses_nothing() => AssertKeepsEverything<ContainerState>("runtime/state.json");

    [Theory]
    [InlineData("image/spec-index.json")]
    [InlineData("image/spec-index-nested.json")]
    [InlineData("image/spec-layout-index.json")]
    [InlineData("image/umoci-index.json")]
    [InlineData("image/buildah-index.json")]
    public void Indexes_lose_nothing(string name) => AssertKeepsEverything<ImageIndex>(name);

    [Theory]
    [InlineData("image/spec-manifest.json")]
    [InlineData("image/umoci-manifest.json")]
    [InlineData("image/buildah-oci-manifest.json")]
    [InlineData("image/buildah-docker-manifest.json")]
    public void Manifests_lose_nothing(string name) => AssertKeepsEverything<ImageManifest>(name);

    [Theory]
    [InlineData("image/spec-config.json")]
    [InlineData("image/umoci-config.json")]
    [InlineData("image/buildah-oci-config.json")]
    public void Image_configurations_lose_nothing(string name) => AssertKeepsEverything<ImageConfig>(name);

    [Fact]
    public void Manifests_of_umoci_come_back_byte_for_byte()
    {
        var original = Fixture.Bytes("image/umoci-manifest.json");
        byte[] written = [.. OciJson.Write(OciJson.Read<ImageManifest>(original)), (byte)'\n'];
        Assert.Equal(original, written);
    }

    [Fact]
    public void A_layout_is_read() => Assert.Equal("1.0.0", Fixture.Read<ImageLayout>("image/oci-layout.json").ImageLayoutVersion);

    [Fact]
    public void Every_document_can_be_read_and_written()
    {
        AssertEmptyIsRead<RuntimeConfig>();
        AssertEmptyIsRead<ContainerProcess>();
        AssertEmptyIsRead<LinuxResources>();
        AssertEmptyIsRead<ContainerState>();
        AssertEmptyIsRead<ContainerProcessState>();
        AssertEmptyIsRead<RuntimeFeatures>();
        AssertEmptyIsRead<ImageIndex>();
        AssertEmptyIsRead<ImageManifest>();
        AssertEmptyIsRead<ImageConfig>();
        AssertEmptyIsRead<ImageLayout>();
        AssertEmptyIsRead<ErrorResponse>();
        AssertEmptyIsRead<TagList>();
        AssertEmptyIsRead<RepositoryList>();
        Assert.Equal(13, typeof(IOciDocument).Assembly.GetTypes().Count(t => t.IsClass && t.IsAssignableTo(typeof(IOciDocument))));

        static void AssertEmptyIsRead<T>()
            where T : class, IOciDocument
        {
            var written = OciJson.Write(OciJson.Read<T>("{}"u8));
            Assert.Equal(written, OciJson.Write(OciJson.Read<T>(written)));
        }
    }

    private static void AssertKeepsEverything<T>(string name)
        where T : class, IOciDocument
    {
        var original = Fixture.Bytes(name);
        var written = OciJson.Write(OciJson.Read<T>(original, name));
        var (before, after) = (JsonNode.Parse(original)!, JsonNode.Parse(written)!);
        // A user who is not named is the one with the ids 0.
        if (before["process"] is { } process && process["user"] is null)
            after["process"]!.AsObject().Remove("user");
        Assert.Equal(Fixture.Normalise(before)?.ToJsonString(), Fixture.Normalise(after)?.ToJsonString());
        Assert.Equal(written, OciJson.Write(OciJson.Read<T>(written, name)));
    }
}
