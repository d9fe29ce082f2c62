using Knast.Images.Import;
using Knast.Images.Store;
using Knast.Images.Tests.Support;
using Knast.Oci;

namespace Knast.Images.Tests.Store;

public sealed class ImageStoreTests : IDisposable
{
    private static readonly SampleLayer s_shared = SampleLayer.OfFiles(("shared", "shared"));
    private static readonly SampleLayer s_own = SampleLayer.OfFiles(("own", "own"));

    private readonly Scratch _scratch = new();

    private ImageStore Store => _scratch.Store;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public void ANewStoreIsEmpty()
    {
        Assert.Empty(Store.List());
        Assert.Null(Store.Find("alpine"));
        Assert.Equal(ImageErrorId.ImageNotFound, Assert.Throws<ImageException>(() => Store.Resolve(ImageReference.Parse("alpine"))).ErrorId);
    }

    [Fact]
    public void AnImageIsFoundByWhatItIsCalled()
    {
        Image image = SampleImage.Add(Store, "example.org/team/x:1", s_shared);
        string hex = image.Id["sha256:".Length..];
        foreach (string text in (string[])["example.org/team/x:1", image.Id, hex, hex[..12], hex[..4], image.Digest, $"example.org/team/x@{image.Digest}"])
        {
            Assert.Equal(image.Id, Store.Find(text)?.Id);
        }

        foreach (string text in (string[])["example.org/team/x:2", "example.org/team/x", hex[..3], $"other@{image.Digest}", "", "not a reference"])
        {
            Assert.Null(Store.Find(text));
        }
    }

    [Fact]
    public void AFamiliarNameIsEnough()
    {
        SampleImage.Add(Store, "docker.io/library/alpine:latest", s_shared);
        Image image = Store.Find("alpine")!;
        Assert.Equal(("alpine:latest", "alpine", "latest"), (image.Reference, image.Repository, image.Tag));
        Assert.Equal(["docker.io/library/alpine:latest"], image.References);
    }

    [Fact]
    public void AnImageCanHaveManyNames()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared);
        Image second = Store.Tag(image, ImageReference.Parse("y:2"));
        Assert.Equal(("y:2", image.Id), (second.Reference, second.Id));
        Assert.Equal(2, Store.List().Count);
        Assert.Equal(["docker.io/library/x:1", "docker.io/library/y:2"], second.References.Order());

        Store.Untag(ImageReference.Parse("x:1"));
        Assert.Null(Store.Find("x:1"));
        Store.Untag(ImageReference.Parse("y:2"));
        Assert.Null(Assert.Single(Store.List()).Reference);
        Assert.Equal(ImageErrorId.ImageNotFound, Assert.Throws<ImageException>(() => Store.Untag(ImageReference.Parse("y:2"))).ErrorId);
    }

    [Fact]
    public void ANameMovesToTheImageThatGetsIt()
    {
        Image first = SampleImage.Add(Store, "x:1", s_shared);
        Image second = SampleImage.Add(Store, "x:2", s_own);
        Store.Tag(second, ImageReference.Parse("x:1"));
        Assert.Equal(second.Id, Store.Find("x:1")!.Id);
        Assert.Null(Store.Find(first.Id)!.Reference);
    }

    [Fact]
    public async Task RemovingTheLastNameRemovesTheImage()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared, s_own);
        Image other = SampleImage.Add(Store, "y:1", s_shared);
        Store.Tag(image, ImageReference.Parse("x:2"));
        await Store.Layers.EnsureAsync(image, null, Cancellation);

        ImageRemoval untagged = Store.Remove("x:1");
        Assert.Empty(untagged.Removed);
        Assert.Equal(["docker.io/library/x:1"], untagged.Untagged);

        ImageRemoval removed = Store.Remove("x:2");
        Assert.Equal(image.Id, Assert.Single(removed.Removed).Id);
        Assert.True(removed.FreedBytes > 0);
        Assert.Equal(other.Id, Assert.Single(Store.List()).Id);
        Assert.Empty(await Store.VerifyAsync(cancellation: Cancellation));
        Assert.Equal(3, Directory.GetFiles(_scratch["root/images/blobs/sha256"]).Length);
        Assert.Single(Directory.GetDirectories(_scratch["root/layers"]));
    }

    [Fact]
    public void AnImageInUseStays()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared);
        var use = new ImageUse(new HashSet<string> { image.Id }, new HashSet<string>());
        Assert.Equal(ImageErrorId.ImageInUse, Assert.Throws<ImageException>(() => Store.Remove("x:1", use: use)).ErrorId);
        Assert.NotNull(Store.Find("x:1"));
        Store.Remove("x:1", force: true, use);
        Assert.Empty(Store.List());
    }

    [Fact]
    public void AnImageWithManyNamesIsNotRemovedByIdWithoutForce()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared);
        Store.Tag(image, ImageReference.Parse("x:2"));
        ImageException error = Assert.Throws<ImageException>(() => Store.Remove(image.Id));
        Assert.Equal(ImageErrorId.ImageInUse, error.ErrorId);
        Assert.Contains("x:2", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, Store.Remove(image.Id, force: true).Untagged.Count);
        Assert.Empty(Store.List());
    }

    [Fact]
    public async Task PruningKeepsWhatHasANameOrIsUsed()
    {
        Image named = SampleImage.Add(Store, "x:1", s_shared);
        Image used = SampleImage.Add(Store, null, s_own);
        Image loose = SampleImage.Add(Store, null, SampleLayer.OfFiles(("loose", "loose")));
        foreach (Image image in Store.List())
        {
            await Store.Layers.EnsureAsync(image, null, Cancellation);
        }

        var use = new ImageUse(new HashSet<string> { used.Id }, new HashSet<string>());
        ImageRemoval removal = await Store.PruneAsync(use, cancellation: Cancellation);
        Assert.Equal(loose.Id, Assert.Single(removal.Removed).Id);
        Assert.Equal(new[] { named.Id, used.Id }.Order(), Store.List().Select(image => image.Id).Order());
        Assert.Equal(2, Directory.GetDirectories(_scratch["root/layers"]).Length);

        await Store.PruneAsync(ImageUse.None, all: true, Cancellation);
        Assert.Empty(Store.List());
        Assert.Empty(Directory.GetDirectories(_scratch["root/layers"]));
        Assert.Empty(Directory.GetFiles(_scratch["root/images/blobs"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task LayersThatContainersRunOnStay()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared);
        string chain = (await Store.Layers.EnsureAsync(image, null, Cancellation))[0].ChainId.ToString();
        Store.Remove("x:1", force: true, new ImageUse(new HashSet<string> { image.Id }, new HashSet<string> { chain }));
        Assert.Single(Directory.GetDirectories(_scratch["root/layers"]));
    }

    [Fact]
    public async Task PruningWaitsForWhoUsesTheStore()
    {
        IDisposable hold = await Store.HoldAsync(Cancellation);
        Task<ImageRemoval> prune = Store.PruneAsync(ImageUse.None, cancellation: Cancellation);
        await Assert.ThrowsAsync<TimeoutException>(() => prune.WaitAsync(TimeSpan.FromMilliseconds(200), Cancellation));
        hold.Dispose();
        await prune;
    }

    [Fact]
    public async Task DamageIsFoundAndCanBeRemoved()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared);
        SampleImage.Add(Store, "y:1", s_own);
        string layer = _scratch["root/images/blobs/sha256/" + Digest.OfContent(s_shared.Content).Hex];
        byte[] content = File.ReadAllBytes(layer);
        content[30] ^= 1;
        File.WriteAllBytes(layer, content);
        ImageProblem problem = Assert.Single(await Store.VerifyAsync(cancellation: Cancellation));
        Assert.Equal((ImageErrorId.DigestMismatch, "x:1"), (problem.ErrorId, problem.Image));

        File.WriteAllText(_scratch["root/images/blobs/sha256/" + image.Digest["sha256:".Length..]], "damaged");
        Assert.Equal("y:1", Assert.Single(Store.List()).Reference);
        Assert.Equal(ImageErrorId.DigestMismatch, Assert.Single(await Store.VerifyAsync(cancellation: Cancellation)).ErrorId);
        Store.Remove("x:1");
        Assert.Empty(await Store.VerifyAsync(cancellation: Cancellation));
        Assert.Equal(3, Directory.GetFiles(_scratch["root/images/blobs/sha256"]).Length);
    }

    [Theory]
    [InlineData("{\"imageLayoutVersion\":\"2.0.0\"}")]
    [InlineData("no json")]
    public void AStoreOfAnotherVersionIsRefused(string layout)
    {
        Directory.CreateDirectory(_scratch["root/images"]);
        File.WriteAllText(_scratch["root/images/oci-layout"], layout);
        Assert.Equal(ImageErrorId.StoreInvalid, Assert.Throws<ImageException>(() => Store).ErrorId);
    }

    [Fact]
    public void ADamagedIndexIsSaidToBeSo()
    {
        Assert.Empty(Store.List());
        File.WriteAllText(_scratch["root/images/index.json"], "{");
        Assert.Equal(ImageErrorId.StoreInvalid, Assert.Throws<ImageException>(() => Store.List()).ErrorId);
    }

    [Fact]
    public async Task ManyWritersLoseNothing()
    {
        Image image = SampleImage.Add(Store, "x:0", s_shared);
        await Task.WhenAll(Enumerable.Range(1, 40).Select(number => Task.Run(
            () => ImageStore.Open(_scratch.Root, _scratch.Kernel).Tag(image, ImageReference.Parse($"x:{number}")), Cancellation)));
        Assert.Equal(41, Store.List().Count);
    }

    [Fact]
    public async Task WhatAKilledProcessLeftIsRemovedByTheNextOne()
    {
        Image image = SampleImage.Add(Store, "x:1", s_shared);
        string chain = (await Store.Layers.EnsureAsync(image, null, Cancellation))[0].ChainId.Hex;
        string dead = _scratch[$"root/layers/.unpacking-{(chain[..2] == "00" ? "11" : "00")}{chain[2..]}"];
        Directory.CreateDirectory(Path.Combine(dead, "etc"));
        string old = _scratch["root/images/.incoming/old"];
        File.WriteAllText(old, "left behind");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-1));

        Directory.CreateDirectory(_scratch["tree"]);
        Image second = Assert.Single(await new ImageImporter(Store).ImportAsync(_scratch["tree"], new ImportOptions(), null, Cancellation));
        await Store.Layers.EnsureAsync(second, null, Cancellation);
        Assert.False(File.Exists(old));
        Assert.False(Directory.Exists(dead));
    }

    [Fact]
    public async Task WhatAKilledProcessLeftIsRemoved()
    {
        Assert.Empty(Store.List());
        string old = _scratch["root/images/.incoming/old"];
        string fresh = _scratch["root/images/.incoming/fresh"];
        File.WriteAllText(old, "left behind");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddHours(-1));
        File.WriteAllText(fresh, "being made");
        Directory.CreateDirectory(_scratch["root/layers/.unpacking-abc/etc"]);
        await Store.PruneAsync(ImageUse.None, cancellation: Cancellation);
        Assert.False(File.Exists(old));
        Assert.True(File.Exists(fresh));
        Assert.Empty(Directory.GetFileSystemEntries(_scratch["root/layers"]));
    }
}
