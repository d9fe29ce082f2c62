using System.Text;
using Knast.Oci.DistributionSpec;
using Knast.Oci.ImageSpec;
using Knast.Oci.RuntimeSpec;

namespace Knast.Oci.Tests;

public sealed class ReadingTests
{
    [Fact]
    public void Names_are_read_in_any_case()
    {
        // The official FreeBSD images spell it so.
        var config = Read<ImageConfig>("""{"architecture":"arm64","os":"freebsd","config":{"cmd":["/bin/sh"]}}""");
        Assert.Equal(["/bin/sh"], config.Config!.Cmd);
        Assert.Equal("freebsd/arm64", config.Platform.ToString());
    }

    [Fact]
    public void Unknown_properties_are_ignored_and_dropped()
    {
        var config = Read<RuntimeConfig>("""{"ociVersion":"1.9.0","future":{"a":[null,{"b":1}]},"process":{"cwd":"/","future":[]}}""");
        Assert.Equal("1.9.0", config.OciVersion);
        Assert.Equal("""{"ociVersion":"1.9.0","process":{"user":{"uid":0,"gid":0},"cwd":"/"}}""", Encoding.UTF8.GetString(OciJson.Write(config)));
    }

    [Fact]
    public void Null_is_absent()
    {
        var config = Read<RuntimeConfig>(
            """{"ociVersion":null,"mounts":null,"annotations":null,"process":{"user":null,"args":null,"terminal":null},"linux":{"uidMappings":[{"size":null}]}}""");
        Assert.Equal("", config.OciVersion);
        Assert.Empty(config.Mounts);
        Assert.Empty(config.Annotations);
        Assert.Empty(config.Process!.Args);
        Assert.Equal(0u, config.Process.User.Uid);
        Assert.Equal(0u, config.Linux!.UidMappings[0].Size);
        Assert.Empty(Read<TagList>("""{"name":"x","tags":null}""").Tags);
    }

    [Fact]
    public void Absent_collections_are_empty()
    {
        var config = Read<RuntimeConfig>("{}");
        Assert.Empty(config.Mounts);
        Assert.Empty(config.Annotations);
        Assert.Null(config.Process);
        Assert.Empty(Read<ImageManifest>("{}").Layers);
    }

    [Theory]
    [InlineData("""{"hostname":"a","hostname":"b"}""")]
    [InlineData("""{"hostname":"a","HOSTNAME":"b"}""")]
    public void Of_duplicates_the_last_counts(string json) => Assert.Equal("b", Read<RuntimeConfig>(json).Hostname);

    [Fact]
    public void Of_duplicate_annotations_the_last_counts_and_case_matters()
    {
        var annotations = Read<RuntimeConfig>("""{"annotations":{"a":"1","A":"2","a":"3"}}""").Annotations;
        Assert.Equal("3", annotations["a"]);
        Assert.Equal("2", annotations["A"]);
    }

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Equal("x", OciJson.Read<RuntimeConfig>([0xEF, 0xBB, 0xBF, .. """{"hostname":"x"}"""u8]).Hostname);

    [Theory]
    [InlineData("", "", 1)]
    [InlineData("[]", "", 1)]
    [InlineData("null", "", 1)]
    [InlineData("\"x\"", "", 1)]
    [InlineData("{", "", 1)]
    [InlineData("{]", "", 1)]
    [InlineData("{} {}", "", 1)]
    [InlineData("{\"a\":1,}", "/a", 1)]
    [InlineData("// c\n{}", "", 1)]
    [InlineData("{\n\"process\":\n{\"args\": [\n\"a\",\n1]}}", "/process/args/1", 5)]
    [InlineData("{\"process\":{\"args\":\"sh\"}}", "/process/args", 1)]
    [InlineData("{\"process\":{\"args\":[null]}}", "/process/args/0", 1)]
    [InlineData("{\"process\":[]}", "/process", 1)]
    [InlineData("{\"process\":{\"user\":{\"uid\":\n\"0\"}}}", "/process/user/uid", 2)]
    [InlineData("{\"process\":{\"user\":{\"uid\":-1}}}", "/process/user/uid", 1)]
    [InlineData("{\"process\":{\"user\":{\"uid\":1.0}}}", "/process/user/uid", 1)]
    [InlineData("{\"process\":{\"user\":{\"uid\":1e3}}}", "/process/user/uid", 1)]
    [InlineData("{\"process\":{\"user\":{\"uid\":4294967296}}}", "/process/user/uid", 1)]
    [InlineData("{\"process\":{\"terminal\":\"true\"}}", "/process/terminal", 1)]
    [InlineData("{\"annotations\":{\"a/b\":1}}", "/annotations/a~1b", 1)]
    [InlineData("{\"annotations\":{\"a\":null}}", "/annotations/a", 1)]
    [InlineData("{\"linux\":{\"netDevices\":{\"eth0\":\n{\"name\":23}}}}", "/linux/netDevices/eth0/name", 2)]
    [InlineData("{\"linux\":{\"resources\":{\"memory\":{\"limit\":\"1G\"}}}}", "/linux/resources/memory/limit", 1)]
    [InlineData("{\"mounts\":[{},{\"options\":\"ro\"}]}", "/mounts/1/options", 1)]
    [InlineData("{\"hostname\":\"\\ud800\"}", "/hostname", 1)]
    [InlineData("{\"unknown\":\n{\"\\ud800\":1}}", "/unknown/\\ud800", 2)]
    public void A_malformed_document_tells_where_and_what(string json, string pointer, long line)
    {
        var fault = Assert.Throws<OciDocumentException>(() => OciJson.Read<RuntimeConfig>(Encoding.UTF8.GetBytes(json), "config.json"));
        Assert.Equal(pointer, fault.Pointer);
        Assert.Equal(line, fault.Line);
        Assert.StartsWith("config.json: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sentence_names_what_is_expected_and_found()
    {
        Assert.Equal(
            "Expected a whole number from 0 to 4294967295, found the string \"root\".",
            Fault("""{"process":{"user":{"uid":"root"}}}""").Sentence);
        Assert.Equal("Expected an array, found the string \"sh\".", Fault("""{"process":{"args":"sh"}}""").Sentence);
        Assert.Equal("Expected an object, found an array.", Fault("""{"process":[]}""").Sentence);
        Assert.Equal("Expected true or false, found the number 1.", Fault("""{"root":{"readonly":1}}""").Sentence);
    }

    [Fact]
    public void Invalid_utf8_is_refused_where_it_stands()
    {
        var fault = Assert.Throws<OciDocumentException>(
            () => OciJson.Read<RuntimeConfig>([.. "{\"a\":1,\n\"b\":{\"c\":\"x"u8, 0xC3, 0x28, .. "\"}}"u8]));
        Assert.Equal("/b/c", fault.Pointer);
        Assert.Equal(2, fault.Line);
        Assert.Contains("UTF-8", fault.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var json = "{\"x\":" + new string('[', 100_000) + new string(']', 100_000) + "}";
        Assert.Contains("64", Fault(json).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_giant_document_is_refused()
    {
        var bytes = new byte[OciJson.MaxBytes + 1];
        Assert.Contains("limit", Assert.Throws<OciDocumentException>(() => OciJson.Read<ImageIndex>(bytes)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_digest_that_is_none_is_refused_where_it_stands()
    {
        var fault = Assert.Throws<OciDocumentException>(
            () => Read<ImageManifest>("""{"layers":[{"digest":"sha256:ABC"}]}"""));
        Assert.Equal("/layers/0/digest", fault.Pointer);
    }

    [Fact]
    public void A_digest_of_an_unknown_algorithm_passes_but_is_not_supported()
    {
        var layer = Read<ImageManifest>("""{"layers":[{"digest":"blake3:00ff"}]}""").Layers[0];
        Assert.False(layer.Digest.IsSupported);
        Assert.Equal("blake3:00ff", layer.Digest.ToString());
        Assert.False(layer.Digest.Matches([]));
    }

    [Fact]
    public void Dockers_configuration_has_its_health_check()
    {
        var config = Fixture.Read<ImageConfig>("image/buildah-docker-config.json").Config!;
        Assert.Equal(["CMD-SHELL", "true"], config.Healthcheck!.Test);
        Assert.Equal(30_000_000_000, config.Healthcheck.IntervalNanoseconds);
        Assert.Equal(3, config.Healthcheck.Retries);
        Assert.Equal(["53/udp", "80"], config.ExposedPorts);
        Assert.Equal(["RUN true"], config.OnBuild);
    }

    [Fact]
    public void A_registrys_errors_are_read()
    {
        var response = Read<ErrorResponse>(
            """{"errors":[{"code":"MANIFEST_UNKNOWN","message":"manifest unknown","detail":{"Tag":"x"}},{"code":"X","detail":"text"}]}""");
        Assert.Equal("MANIFEST_UNKNOWN: manifest unknown", response.Errors[0].ToString());
        Assert.Equal("x", response.Errors[0].Detail!.Value.GetProperty("Tag").GetString());
        Assert.Equal("X", response.Errors[1].ToString());
    }

    [Fact]
    public void Times_are_read_to_their_nanosecond_digits_and_kept_as_spelt()
    {
        var config = Fixture.Read<ImageConfig>("image/spec-config.json");
        Assert.Equal("2015-10-31T22:22:56.015925234Z", config.Created);
        Assert.Equal(new DateTimeOffset(2015, 10, 31, 22, 22, 56, TimeSpan.Zero).AddTicks(159252), config.CreatedAt);
        Assert.Null(Read<ImageConfig>("""{"created":"yesterday"}""").CreatedAt);
        Assert.Null(Read<ImageConfig>("""{"created":"2015-13-31T22:22:56Z"}""").CreatedAt);
        Assert.Equal(TimeSpan.FromHours(2), Read<ImageConfig>("""{"created":"2015-10-31t22:22:56+02:00"}""").CreatedAt!.Value.Offset);
    }

    private static T Read<T>(string json)
        where T : class, IOciDocument => OciJson.Read<T>(Encoding.UTF8.GetBytes(json));

    private static OciDocumentException Fault(string json) => Assert.Throws<OciDocumentException>(() => Read<RuntimeConfig>(json));
}
