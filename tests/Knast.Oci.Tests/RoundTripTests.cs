using System.Text.Json.Nodes;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

public sealed class RoundTripTests
{
    [Theory]
    [InlineData("runtime/runc-spec.json")]
    [InlineData("runtime/runc-rootless.json")]
    [InlineData("runtime/crun-spec.json")]
    public void Runtime_configurations_lose_nothing(string name) => AssertKeepsEverything<RuntimeConfig>(name);

    [Fact]
    public void Features_lose_nothing() => AssertKeepsEverything<RuntimeFeatures>("runtime/runc-features.json");

    private static void AssertKeepsEverything<T>(string name)
        where T : class, IOciDocument
    {
        var original = Fixture.Bytes(name);
        var written = OciJson.Write(OciJson.Read<T>(original, name));
        Assert.Equal(
            Fixture.Normalise(JsonNode.Parse(original))?.ToJsonString(),
            Fixture.Normalise(JsonNode.Parse(written))?.ToJsonString());
        Assert.Equal(written, OciJson.Write(OciJson.Read<T>(written, name)));
    }
}
