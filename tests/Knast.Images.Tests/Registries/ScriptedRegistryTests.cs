using System.Net;
using System.Text;
using Knast.Images.Registries;
using Knast.Images.Tests.Support;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Tests.Registries;

public sealed class ScriptedRegistryTests : IDisposable
{
    private static readonly SampleLayer s_layer = SampleLayer.OfFiles(("etc/file", SampleLayer.Noise(400_000)));

    private readonly Scratch _scratch = new();
    private readonly ScriptedRegistry _registry = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _registry.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task ATokenIsFetchedOnceAndUsedForAll()
    {
        _registry.Add("team/x", "1", s_layer);
        AskForToken(expectedUser: null);
        Image image = await PullAsync("team/x:1");
        Assert.Equal(1, image.Layers);
        string token = Assert.Single(_registry.Requests, request => request.Contains("/token", StringComparison.Ordinal));
        Assert.Contains("scope=repository%3Ateam%2Fx%3Apull%2Cpush", token, StringComparison.Ordinal);
        Assert.Contains("service=scripted", token, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATokenIsFetchedWithACredential()
    {
        _registry.Add("team/x", "1", s_layer);
        AskForToken(expectedUser: "me:secret");
        Image image = await PullAsync("team/x:1", Options() with { Credentials = new Credential("me", "secret") });
        Assert.Equal(1, image.Layers);
    }

    [Fact]
    public async Task AWrongCredentialIsUnauthorized()
    {
        _registry.Add("team/x", "1", s_layer);
        AskForToken(expectedUser: "me:secret");
        ImageException error = await FailAsync("team/x:1", Options() with { Credentials = new Credential("me", "wrong") });
        Assert.Equal(ImageErrorId.RegistryUnauthorized, error.ErrorId);
        Assert.DoesNotContain("wrong", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BasicAuthenticationIsUsedWhereItIsAskedFor()
    {
        _registry.Add("x", "1", s_layer);
        _registry.Script = context => context.Request.Headers["Authorization"] != Basic("me:secret")
            && Refuse(context, 401, ("WWW-Authenticate", "Basic realm=\"scripted\""));
        Assert.Equal(ImageErrorId.RegistryUnauthorized, (await FailAsync("x:1")).ErrorId);
        Assert.Equal(1, (await PullAsync("x:1", Options() with { Credentials = new Credential("me", "secret") })).Layers);
    }

    [Fact]
    public async Task ACredentialDoesNotFollowARedirectToAnotherHost()
    {
        using var other = new ScriptedRegistry();
        _registry.Add("x", "1", s_layer);
        string? seen = "never asked";
        other.Script = context =>
        {
            seen = context.Request.Headers["Authorization"];
            ScriptedRegistry.Answer(context, 200, s_layer.Content);
            return true;
        };
        _registry.Script = context =>
        {
            if (context.Request.Headers["Authorization"] != Basic("me:secret"))
            {
                return Refuse(context, 401, ("WWW-Authenticate", "Basic realm=\"scripted\""));
            }

            return context.Request.RawUrl!.Contains(Digest.OfContent(s_layer.Content).ToString(), StringComparison.Ordinal)
                && Refuse(context, 307, ("Location", $"http://{other.Domain}/elsewhere"));
        };
        await PullAsync("x:1", Options() with { Credentials = new Credential("me", "secret") });
        Assert.Null(seen);
    }

    [Fact]
    public async Task ABrokenConnectionIsResumedWhereItBroke()
    {
        _registry.Add("x", "1", s_layer);
        int breaks = 0;
        _registry.Script = context => IsLayer(context) && breaks++ < 3 && BreakOff(context, 100_000);
        await PullAsync("x:1");
        string[] ranges = [.. _registry.Requests.Where(request => request.Contains("bytes=", StringComparison.Ordinal)).Select(request => request.Split(' ')[^1])];
        Assert.Equal(3, ranges.Length);
        Assert.All(ranges, range => Assert.Matches("bytes=[1-9][0-9]*-", range));
        Assert.Empty(await _scratch.Store.VerifyAsync(cancellation: Cancellation));
    }

    [Fact]
    public async Task ARegistryThatIgnoresRangesIsReadAgain()
    {
        _registry.Add("x", "1", s_layer);
        int requests = 0;
        _registry.Script = context =>
        {
            if (!IsLayer(context))
            {
                return false;
            }

            if (requests++ == 0)
            {
                return BreakOff(context, 100_000);
            }

            ScriptedRegistry.Answer(context, 200, s_layer.Content);
            return true;
        };
        await PullAsync("x:1");
        Assert.Equal(2, requests);
        Assert.Empty(await _scratch.Store.VerifyAsync(cancellation: Cancellation));
    }

    [Fact]
    public async Task AnOverloadedRegistryIsAskedAgain()
    {
        _registry.Add("x", "1", s_layer);
        int requests = 0;
        _registry.Script = context => (requests++ % 3) switch
        {
            0 => Refuse(context, 429, ("Retry-After", "0")),
            1 => Refuse(context, 503),
            _ => false,
        };
        Assert.Equal(1, (await PullAsync("x:1")).Layers);
    }

    [Fact]
    public async Task ARegistryThatStaysOverloadedIsUnavailable()
    {
        _registry.Script = context => Refuse(context, 503);
        ImageException error = await FailAsync("x:1");
        Assert.Equal(ImageErrorId.RegistryUnavailable, error.ErrorId);
        Assert.Contains("503", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContentThatIsNotWhatItsDigestSaysIsRefused()
    {
        ImageManifest manifest = _registry.Add("x", "1", s_layer);
        byte[] lie = (byte[])s_layer.Content.Clone();
        lie[^1] ^= 1;
        _registry.Replace($"/v2/x/blobs/{manifest.Layers[0].Digest}", lie);
        ImageException error = await FailAsync("x:1");
        Assert.Equal(ImageErrorId.DigestMismatch, error.ErrorId);
        Assert.Contains(manifest.Layers[0].Digest.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Empty(_scratch.Store.List());
        Assert.Empty(Blobs());
    }

    [Fact]
    public async Task ContentThatIsTooLongIsRefused()
    {
        ImageManifest manifest = _registry.Add("x", "1", s_layer);
        _registry.Replace($"/v2/x/blobs/{manifest.Layers[0].Digest}", [.. s_layer.Content, 1]);
        Assert.Equal(ImageErrorId.SizeMismatch, (await FailAsync("x:1")).ErrorId);
    }

    [Fact]
    public async Task ALayerThatIsNotWhatItsDiffIdSaysIsRefused()
    {
        _registry.Add("x", "1", s_layer with { DiffId = Digest.OfContent("other"u8) });
        Assert.Equal(ImageErrorId.DigestMismatch, (await FailAsync("x:1")).ErrorId);
        Assert.Empty(Directory.GetFileSystemEntries(_scratch["root/layers"]));
        Assert.Empty(Blobs());
    }

    [Fact]
    public async Task AManifestThatIsNotTheOneAskedForIsRefused()
    {
        _registry.Add("x", "1", s_layer);
        Digest wanted = Digest.OfContent("wanted"u8);
        _registry.Replace($"/v2/x/manifests/{wanted}", "{\"schemaVersion\":2}"u8.ToArray());
        Assert.Equal(ImageErrorId.DigestMismatch, (await FailAsync($"x@{wanted}")).ErrorId);
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{\"schemaVersion\":1,\"mediaType\":\"application/vnd.docker.distribution.manifest.v1+prettyjws\"}")]
    [InlineData("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\"}")]
    [InlineData("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"digest\":\"sha256:1\",\"size\":1}}")]
    [InlineData("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\",\"config\":{\"digest\":\"md5:1\",\"size\":1}}")]
    public async Task AManifestThatIsNoneIsRefused(string manifest)
    {
        _registry.AddManifest("x", "1", MediaTypes.ImageManifest, Encoding.UTF8.GetBytes(manifest));
        Assert.Equal(ImageErrorId.ManifestInvalid, (await FailAsync("x:1")).ErrorId);
    }

    [Fact]
    public async Task AManifestThatIsTooLargeIsRefused()
    {
        _registry.AddManifest("x", "1", MediaTypes.ImageManifest, Encoding.UTF8.GetBytes("{\"x\":\"" + new string('x', 5 << 20) + "\"}"));
        Assert.Equal(ImageErrorId.RegistryRefused, (await FailAsync("x:1")).ErrorId);
    }

    [Fact]
    public async Task ThePlatformIsChosenFromAnIndex()
    {
        Platform freebsd = Platform.Parse("freebsd/arm64");
        SampleLayer other = SampleLayer.OfFiles(("bin/freebsd", "x"));
        _registry.Add("x", "a", s_layer);
        _registry.AddFor(freebsd, "x", "b", other);
        Digest index = _registry.AddIndex("x", "1", ("a", ScriptedRegistry.LocalArchitecture), ("b", freebsd));

        Image local = await PullAsync("x:1");
        Assert.Equal(ScriptedRegistry.LocalArchitecture.ToString(), local.Platform.ToString());
        Assert.Equal(index.ToString(), local.IndexDigest);
        Image foreign = await PullAsync("x:1", platform: freebsd);
        Assert.Equal("freebsd/arm64", foreign.Platform.ToString());
        Assert.Equal(2, _scratch.Store.List().Count);
        Assert.Equal(local.Id, _scratch.Store.Resolve(_registry.Reference("x:1")).Id);
        Assert.Equal(foreign.Id, _scratch.Store.Resolve(_registry.Reference("x:1"), freebsd).Id);
        Assert.Equal(local.Id, _scratch.Store.Resolve(_registry.Reference($"x@{index}")).Id);

        ImageException error = await FailAsync("x:1", platform: Platform.Parse("linux/riscv64"));
        Assert.Equal(ImageErrorId.PlatformNotFound, error.ErrorId);
        Assert.Contains("freebsd/arm64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATagThatMovedLeavesTheOldImageWithoutAName()
    {
        _registry.Add("x", "1", s_layer);
        Image old = await PullAsync("x:1");
        _registry.Add("x", "1", SampleLayer.OfFiles(("new", "new")));
        Image current = await PullAsync("x:1");
        Assert.NotEqual(old.Id, current.Id);
        Assert.Equal(2, _scratch.Store.List().Count);
        Assert.Null(_scratch.Store.Find(old.Id)!.Reference);
        Assert.Equal(current.Id, _scratch.Store.Resolve(_registry.Reference("x:1")).Id);
    }

    [Fact]
    public async Task CancellingLeavesNothingHalfMade()
    {
        _registry.Add("x", "1", s_layer);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var waiting = new TaskCompletionSource();
        using var release = new ManualResetEventSlim();
        _registry.Script = context =>
        {
            if (!IsLayer(context))
            {
                return false;
            }

            context.Response.ContentLength64 = s_layer.Content.Length;
            context.Response.OutputStream.Write(s_layer.Content.AsSpan(0, 100_000));
            context.Response.OutputStream.Flush();
            waiting.TrySetResult();
            release.Wait(Cancellation);
            context.Response.Abort();
            return true;
        };
        using var client = new RegistryClient(Options());
        Task<Image> pull = new ImagePuller(_scratch.Store, client).PullAsync(_registry.Reference("x:1"), cancellation: stop.Token);
        await waiting.Task.WaitAsync(Cancellation);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pull);
        release.Set();
        Assert.Empty(_scratch.Leftovers());
        Assert.Empty(Blobs());
        Assert.Empty(_scratch.Store.List());
    }

    [Fact]
    public async Task ARegistryThatIsNotThereIsUnavailableAtOnce()
    {
        using var client = new RegistryClient();
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => new ImagePuller(_scratch.Store, client).PullAsync(
            ImageReference.Parse("127.0.0.1:1/x:1"), cancellation: Cancellation));
        Assert.Equal(ImageErrorId.RegistryUnavailable, error.ErrorId);
    }

    [Fact]
    public async Task LayersOfZstdArePulled()
    {
        Tool.Need("zstd");
        byte[] tar = SampleLayer.Tar(SampleLayer.File("a", SampleLayer.Noise(50_000)));
        File.WriteAllBytes(_scratch["layer.tar"], tar);
        Tool.Run("zstd", "-q", _scratch["layer.tar"]);
        var layer = new SampleLayer(MediaTypes.ImageLayerZstd, File.ReadAllBytes(_scratch["layer.tar.zst"]), Digest.OfContent(tar));
        _registry.Add("x", "1", layer);
        Image image = await PullAsync("x:1");
        Assert.True(_scratch.Store.Layers.IsUnpacked(image));
    }

    [Fact]
    public async Task LayersOfZstdMayHoldSkippableFrames()
    {
        Tool.Need("zstd");
        byte[] tar = SampleLayer.Tar(SampleLayer.File("a", SampleLayer.Noise(50_000)));
        File.WriteAllBytes(_scratch["layer.tar"], tar);
        Tool.Run("zstd", "-q", _scratch["layer.tar"]);
        byte[] skippable = [0x5E, 0x2A, 0x4D, 0x18, 4, 0, 0, 0, 1, 2, 3, 4];
        byte[] content = [.. skippable, .. File.ReadAllBytes(_scratch["layer.tar.zst"]), .. skippable];
        _registry.Add("x", "1", new SampleLayer(MediaTypes.ImageLayerZstd, content, Digest.OfContent(tar)));
        Assert.True(_scratch.Store.Layers.IsUnpacked(await PullAsync("x:1")));
    }

    private static string Basic(string user) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(user));

    private static bool Refuse(HttpListenerContext context, int status, params (string, string)[] headers)
    {
        ScriptedRegistry.Answer(context, status, "{\"errors\":[{\"code\":\"TEST\",\"message\":\"because\"}]}"u8.ToArray(), headers);
        return true;
    }

    private static bool IsLayer(HttpListenerContext context) =>
        context.Request.RawUrl!.EndsWith(Digest.OfContent(s_layer.Content).ToString(), StringComparison.Ordinal);

    private static RegistryOptions Options() => new() { RetryDelay = TimeSpan.FromMilliseconds(5) };

    private bool BreakOff(HttpListenerContext context, int length)
    {
        byte[] content = _registry.ContentOf(context);
        int from = context.Request.Headers["Range"] is { } range
            ? int.Parse(range["bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture)
            : 0;
        if (from > 0)
        {
            context.Response.StatusCode = 206;
            context.Response.Headers["Content-Range"] = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        context.Response.ContentLength64 = content.Length - from;
        context.Response.OutputStream.Write(content.AsSpan(from, Math.Min(length, content.Length - from)));
        context.Response.OutputStream.Flush();
        context.Response.Abort();
        return true;
    }

    private void AskForToken(string? expectedUser) => _registry.Script = context =>
    {
        if (context.Request.Url!.AbsolutePath == "/token")
        {
            string? user = context.Request.Headers["Authorization"];
            return user == (expectedUser is null ? null : Basic(expectedUser))
                ? Give(context, "{\"token\":\"opensesame\",\"expires_in\":300}")
                : Refuse(context, 401);
        }

        return context.Request.Headers["Authorization"] != "Bearer opensesame" && Refuse(
            context, 401, ("WWW-Authenticate", $"Bearer realm=\"http://{_registry.Domain}/token\",service=\"scripted\",scope=\"repository:team/x:pull,push\""));
    };

    private static bool Give(HttpListenerContext context, string json)
    {
        ScriptedRegistry.Answer(context, 200, Encoding.UTF8.GetBytes(json));
        return true;
    }

    private string[] Blobs() => Directory.GetFiles(_scratch["root/images/blobs"], "*", SearchOption.AllDirectories);

    private async Task<Image> PullAsync(string name, RegistryOptions? options = null, Platform? platform = null)
    {
        using var client = new RegistryClient(options ?? Options());
        Image image = await new ImagePuller(_scratch.Store, client).PullAsync(_registry.Reference(name), platform, cancellation: Cancellation);
        Assert.Empty(_scratch.Leftovers());
        return image;
    }

    private async Task<ImageException> FailAsync(string name, RegistryOptions? options = null, Platform? platform = null)
    {
        using var client = new RegistryClient(options ?? Options());
        int before = _scratch.Store.List().Count;
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => new ImagePuller(_scratch.Store, client).PullAsync(
            _registry.Reference(name), platform, cancellation: Cancellation));
        Assert.Empty(_scratch.Leftovers());
        Assert.Equal(before, _scratch.Store.List().Count);
        return error;
    }

    private sealed class Credential(string user, string password) : ICredentialSource
    {
        public ValueTask<RegistryCredential?> GetAsync(string registry, CancellationToken cancellation) => new(new RegistryCredential(user, password));
    }
}
