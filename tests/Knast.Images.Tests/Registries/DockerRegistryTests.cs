using Knast.Images.Layers;
using Knast.Images.Registries;
using Knast.Images.Tests.Support;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Tests.Registries;

public sealed class DockerRegistryTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly RegistryClient _client = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _client.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public async Task AnImageIsPulledAndUnpackedAsUmociUnpacksIt()
    {
        Tool.Need("umoci", "skopeo");
        string layout = MakeLayout();
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        registry.Push(layout + ":latest", "team/sample:1.0");
        Tool.Run("umoci", "unpack", "--image", layout + ":latest", _scratch["theirs"]);

        var seen = new List<ImageProgress>();
        Image image = await new ImagePuller(_scratch.Store, _client).PullAsync(
            ImageReference.Parse($"{registry.Domain}/team/sample:1.0"), progress: new Recorder(seen), cancellation: Cancellation);

        Assert.Equal($"{registry.Domain}/team/sample:1.0", image.Reference);
        Assert.Equal("1.0", image.Tag);
        Assert.True(_scratch.Store.Layers.IsUnpacked(image));
        Assert.Contains(seen, progress => progress.Stage == ImageStage.Downloading);
        Assert.Equal(ImageStage.Complete, seen[^1].Stage);
        Assert.Empty(_scratch.Leftovers());
        IReadOnlyList<LayerDirectory> layers = await _scratch.Store.Layers.EnsureAsync(image, null, Cancellation);
        await new RootFilesystemCopier(_scratch.Store).FlattenAsync(image, _scratch["flat"], null, Cancellation);
        Assert.Equal(2, layers.Count);
        Assert.Equal(
            TreeListing.Of(_scratch.Files, _scratch["theirs/rootfs"]).Skip(1), TreeListing.Of(_scratch.Files, _scratch["flat"]).Skip(1));
    }

    [Fact]
    public async Task AnImageIsPulledByDigest()
    {
        Tool.Need("umoci", "skopeo");
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        registry.Push(MakeLayout() + ":latest", "sample:1.0");
        var puller = new ImagePuller(_scratch.Store, _client);
        Image tagged = await puller.PullAsync(ImageReference.Parse($"{registry.Domain}/sample:1.0"), cancellation: Cancellation);
        ImageReference pinned = ImageReference.Parse($"{registry.Domain}/sample@{tagged.Digest}");

        Image image = await puller.PullAsync(pinned, cancellation: Cancellation);
        Assert.Equal(tagged.Id, image.Id);
        Assert.Equal(tagged.Digest, _scratch.Store.Resolve(pinned).Digest);
    }

    [Fact]
    public async Task WhatIsThereIsNotDownloadedAgain()
    {
        Tool.Need("umoci", "skopeo");
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        registry.Push(MakeLayout() + ":latest", "sample:1.0");
        var puller = new ImagePuller(_scratch.Store, _client);
        ImageReference reference = ImageReference.Parse($"{registry.Domain}/sample:1.0");
        await puller.PullAsync(reference, cancellation: Cancellation);

        var seen = new List<ImageProgress>();
        await puller.PullAsync(reference, progress: new Recorder(seen), cancellation: Cancellation);
        Assert.DoesNotContain(seen, progress => progress.Stage is ImageStage.Downloading or ImageStage.Unpacking);
        Assert.Single(_scratch.Store.List());
    }

    [Fact]
    public async Task DockersManifestsAreRead()
    {
        Tool.Need("umoci", "skopeo");
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        Tool.Run(
            "skopeo", "copy", "--dest-tls-verify=false", "--format=v2s2", $"oci:{MakeLayout()}:latest", $"docker://{registry.Domain}/sample:1.0");
        Image image = await new ImagePuller(_scratch.Store, _client).PullAsync(
            ImageReference.Parse($"{registry.Domain}/sample:1.0"), cancellation: Cancellation);
        Assert.Equal(MediaTypes.DockerManifest, _scratch.Store.ReadManifest(image).MediaType);
        Assert.True(_scratch.Store.Layers.IsUnpacked(image));
        Assert.Empty(await _scratch.Store.VerifyAsync(cancellation: Cancellation));
    }

    [Fact]
    public async Task AnUnknownTagIsNotFound()
    {
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => new ImagePuller(_scratch.Store, _client).PullAsync(
            ImageReference.Parse($"{registry.Domain}/nothing:here"), cancellation: Cancellation));
        Assert.Equal(ImageErrorId.ImageNotFound, error.ErrorId);
        Assert.Contains("nothing:here", error.Message, StringComparison.Ordinal);
        Assert.Empty(_scratch.Leftovers());
    }

    [Fact]
    public async Task TagsAreListed()
    {
        Tool.Need("umoci", "skopeo");
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        string layout = MakeLayout();
        registry.Push(layout + ":latest", "sample:1.0");
        registry.Push(layout + ":latest", "sample:2.0");
        IReadOnlyList<string> tags = await _client.ListTagsAsync(ImageReference.Parse($"{registry.Domain}/sample"), Cancellation);
        Assert.Equal(["1.0", "2.0"], tags.Order());
    }

    [Fact]
    public async Task ManyPullsAtOnceShareOneStore()
    {
        Tool.Need("umoci", "skopeo");
        await using DockerRegistry registry = await DockerRegistry.StartAsync(_scratch["registry"], Cancellation);
        registry.Push(MakeLayout() + ":latest", "sample:1.0");
        ImageReference reference = ImageReference.Parse($"{registry.Domain}/sample:1.0");
        Image[] images = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await Task.Yield();
            var store = Images.Store.ImageStore.Open(_scratch.Root, _scratch.Kernel);
            return await new ImagePuller(store, _client).PullAsync(
                reference, cancellation: Cancellation);
        }));
        Assert.Single(images.Select(image => image.Id).Distinct());
        Assert.Single(_scratch.Store.List());
        Assert.Empty(await _scratch.Store.VerifyAsync(cancellation: Cancellation));
        Assert.Empty(_scratch.Leftovers());
    }

    private string MakeLayout()
    {
        string layout = _scratch["layout"];
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        Tool.Run("umoci", "init", "--layout", layout);
        Tool.Run("umoci", "new", "--image", layout + ":latest");
        Tool.Run("umoci", "insert", "--image", layout + ":latest", _scratch["tree"], "/data");
        Directory.CreateDirectory(_scratch["second/etc"]);
        File.WriteAllText(_scratch["second/etc/new"], "new");
        Tool.Run("umoci", "insert", "--image", layout + ":latest", "--opaque", _scratch["second"], "/data");
        return layout;
    }

    private sealed class Recorder(List<ImageProgress> seen) : IProgress<ImageProgress>
    {
        public void Report(ImageProgress value)
        {
            lock (seen)
            {
                seen.Add(value);
            }
        }
    }
}
