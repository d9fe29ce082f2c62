using FsCheck;
using FsCheck.Fluent;
using Knast.Images.Import;
using Knast.Images.Registries;
using Knast.Images.Store;
using Knast.Oci;

namespace Knast.Images.Tests.Registries;

/// <summary>What registries and archives say is read, or refused with an error of ours.</summary>
public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("realm=\"https://auth.example.org/token\",service=\"registry.example.org\",scope=\"repository:a/b:pull,push\"", "realm", "https://auth.example.org/token")]
    [InlineData("realm=\"x\", service = y ,scope=\"a,b\"", "service", "y")]
    [InlineData("realm=\"x\", service = y ,scope=\"a,b\"", "scope", "a,b")]
    [InlineData("realm=\"a \\\"quoted\\\" name\"", "realm", "a \"quoted\" name")]
    [InlineData("REALM=x", "realm", "x")]
    [InlineData("realm=\"unterminated", "realm", "unterminated")]
    public void ParametersOfAChallengeAreRead(string text, string name, string expected) =>
        Assert.Equal(expected, AuthenticationChallenge.ParseParameters(text)[name]);

    [Fact]
    public void AnyChallengeIsReadOrSkipped() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text => AuthenticationChallenge.ParseParameters(text ?? "") is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyManifestIsReadOrRefused() => Prop.ForAll(Documents(), content =>
    {
        Refuses(() => ManifestKind.Of(content, null, "test"));
        Refuses(() => ImageDocuments.ReadManifest(content, default));
        Refuses(() => ImageDocuments.ReadIndex(content, default));
        Refuses(() => DockerArchiveImage.ReadAll(content, "test"));
        AccessToken.Read(content, DateTimeOffset.UnixEpoch);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("docker.io", "https://registry-1.docker.io/v2/")]
    [InlineData("ghcr.io", "https://ghcr.io/v2/")]
    [InlineData("registry.example.org:5000", "https://registry.example.org:5000/v2/")]
    public void ARegistryIsWhereItsDomainSays(string domain, string expected) =>
        Assert.Equal(new Uri(expected), RegistryEndpoint.Secure(domain).BaseAddress);

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("localhost:5000", true)]
    [InlineData("127.0.0.1:5000", true)]
    [InlineData("127.8.9.1", true)]
    [InlineData("[::1]:5000", true)]
    [InlineData("localhost.example.org", false)]
    [InlineData("127.0.0.1.example.org", false)]
    [InlineData("10.0.0.1:5000", false)]
    [InlineData("docker.io", false)]
    public void OnlyLoopbackIsAskedWithoutTls(string domain, bool expected) => Assert.Equal(expected, RegistryEndpoint.IsLoopback(domain));

    [Theory]
    [InlineData("{\"token\":\"t\",\"expires_in\":300}", "t", 300)]
    [InlineData("{\"access_token\":\"t\"}", "t", 60)]
    [InlineData("{\"token\":\"t\",\"expires_in\":\"soon\"}", "t", 60)]
    public void ATokenIsRead(string answer, string expected, int seconds)
    {
        AccessToken token = AccessToken.Read(System.Text.Encoding.UTF8.GetBytes(answer), DateTimeOffset.UnixEpoch)!;
        Assert.Equal((expected, DateTimeOffset.UnixEpoch.AddSeconds(seconds)), (token.Text, token.Expires));
    }

    private static void Refuses(Action action)
    {
        try
        {
            action();
        }
        catch (ImageException)
        {
            // As it should be.
        }
    }

    private static Arbitrary<byte[]> Documents()
    {
        string[] pieces =
        [
            "{", "}", "[", "]", ",", ":", "null", "1", "-5", "1e400", "true", "\"x\"", "\"schemaVersion\":2", "\"manifests\":", "\"layers\":", "\"config\":",
            "\"digest\":\"" + Digest.OfContent([]) + "\"", "\"digest\":\"sha256:x\"", "\"size\":-1", "\"size\":99999999999999999999", "\"mediaType\":",
            "\"Config\":", "\"RepoTags\":", "\"Layers\":", "\"token\":", "\"expires_in\":", "\"\\ud800\"", "\u00ff",
        ];
        return Gen.Elements(pieces).ArrayOf().Select(chosen => System.Text.Encoding.UTF8.GetBytes(string.Concat(chosen))).ToArbitrary();
    }
}
