using System.Text;
using Knast.Images.Archives;
using Knast.Images.Layers;
using Knast.Images.Tests.Support;

namespace Knast.Images.Tests.Layers;

/// <summary>Layers that mean harm: nothing outside of the tree is touched, whatever they hold.</summary>
public sealed class HostileLayerTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public HostileLayerTests()
    {
        _scratch.MakeDirectory("outside/etc");
        File.WriteAllText(_scratch["outside/etc/passwd"], "untouched");
        File.SetUnixFileMode(_scratch["outside/etc/passwd"], UnixFileMode.UserRead);
    }

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task AnEntryThatClimbsOutStaysInside()
    {
        Image image = Add(SampleLayer.File("../../../../../../etc/x", "contained"), SampleLayer.File("a/../../../b", "contained"));
        await EachWayAsync(image, root =>
        {
            Assert.Equal("contained", File.ReadAllText(Path.Combine(root, "etc/x")));
            Assert.Equal("contained", File.ReadAllText(Path.Combine(root, "b")));
        });
    }

    [Fact]
    public async Task AnAbsoluteEntryStaysInside()
    {
        Image image = Add(SampleLayer.File(_scratch["outside/etc/passwd"], "contained"));
        await EachWayAsync(image, root => Assert.Equal("contained", File.ReadAllText(root + _scratch["outside/etc/passwd"])));
        AssertUntouched();
    }

    [Theory]
    [InlineData("absolute")]
    [InlineData("relative")]
    [InlineData("chained")]
    public async Task AnEntryBelowALinkThatLeadsOutStaysInside(string kind)
    {
        string outside = _scratch["outside"];
        string target = kind == "relative" ? string.Concat(Enumerable.Repeat("../", 30)) + outside[1..] : outside;
        (TarEntry, byte[])[] links = kind == "chained"
            ? [SampleLayer.Link("first", "second"), SampleLayer.Link("second", target)]
            : [SampleLayer.Link("first", target)];
        Image image = Add([.. links, SampleLayer.File("first/etc/passwd", "overwritten"), SampleLayer.Directory("first/etc", 0x1FF)]);
        await EachWayAsync(image, root => Assert.Equal("overwritten", File.ReadAllText(root + outside + "/etc/passwd")));
        AssertUntouched();
    }

    [Fact]
    public async Task AFileOverALinkReplacesTheLink()
    {
        Image image = Add(SampleLayer.Link("x", _scratch["outside/etc/passwd"]), SampleLayer.File("x", "new"));
        await EachWayAsync(image, root =>
        {
            Assert.Null(new FileInfo(Path.Combine(root, "x")).LinkTarget);
            Assert.Equal("new", File.ReadAllText(Path.Combine(root, "x")));
        });
        AssertUntouched();
    }

    [Fact]
    public async Task ADirectoryOverALinkReplacesTheLink()
    {
        Image image = Add(SampleLayer.Link("x", _scratch["outside"]), SampleLayer.Directory("x", 0x1C0), SampleLayer.File("x/etc", "new"));
        await EachWayAsync(image, root => Assert.Equal("new", File.ReadAllText(Path.Combine(root, "x/etc"))));
        AssertUntouched();
    }

    [Theory]
    [InlineData("/outside/etc/passwd")]
    [InlineData("../../../../../../../../../outside/etc/passwd")]
    public async Task AHardLinkToOutsideIsRefused(string target)
    {
        Image image = Add(SampleLayer.HardLink("stolen", target.Replace("/outside", _scratch["outside"], StringComparison.Ordinal)), SampleLayer.File("x", "x"));
        await EachWayFailsAsync(image, ImageErrorId.LayerInvalid);
        AssertUntouched();
    }

    [Fact]
    public async Task AHardLinkThroughALinkToOutsideIsRefused()
    {
        Image image = Add(SampleLayer.Link("out", _scratch["outside/etc"]), SampleLayer.HardLink("stolen", "out/passwd"), SampleLayer.File("stolen", "overwritten"));
        await EachWayFailsAsync(image, ImageErrorId.LayerInvalid);
        AssertUntouched();
    }

    [Fact]
    public async Task AHardLinkToASymbolicLinkLinksTheLink()
    {
        Image image = Add(SampleLayer.Link("out", _scratch["outside/etc/passwd"]), SampleLayer.HardLink("second", "out"));
        await EachWayAsync(image, root => Assert.Equal(_scratch["outside/etc/passwd"], new FileInfo(Path.Combine(root, "second")).LinkTarget));
        AssertUntouched();
    }

    [Fact]
    public async Task LinksThatGoInCirclesAreRefused()
    {
        Image image = Add(SampleLayer.Link("a", "b"), SampleLayer.Link("b", "a"), SampleLayer.File("a/x", "x"));
        await EachWayFailsAsync(image, ImageErrorId.LayerInvalid);
    }

    [Fact]
    public async Task AWhiteoutBelowALinkRemovesNothingOutside()
    {
        SampleLayer first = SampleLayer.Of(SampleLayer.Link("out", _scratch["outside"]));
        Image image = SampleImage.Add(
            _scratch.Store, "x", first, SampleLayer.OfFiles(("out/etc/.wh.passwd", "")), SampleLayer.OfFiles(("out/etc/.wh..wh..opq", "")));
        await EachWayAsync(image, _ => { });
        AssertUntouched();
    }

    [Theory]
    [InlineData(".wh.")]
    [InlineData(".wh..")]
    [InlineData(".wh...")]
    [InlineData("etc/.wh...")]
    public async Task AWhiteoutThatNamesNoFileIsRefused(string name) =>
        await EachWayFailsAsync(Add(SampleLayer.File(name, "")), ImageErrorId.LayerInvalid);

    [Fact]
    public async Task OverlaysOwnAttributesAreNotTaken()
    {
        (TarEntry entry, byte[] data) = SampleLayer.Directory("x");
        Image image = Add((entry with { Attributes = [new ExtendedAttribute("trusted.overlay.redirect"u8.ToArray(), "/etc"u8.ToArray())] }, data));
        string[] listing = await SampleImage.ListFlatAsync(_scratch, image);
        Assert.DoesNotContain(listing, line => line.Contains("redirect", StringComparison.Ordinal));
        LayerDirectory layer = Assert.Single(await _scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken));
        Assert.DoesNotContain(TreeListing.Of(_scratch.Files, layer.Path), line => line.Contains("redirect", StringComparison.Ordinal));
    }

    [Fact]
    public async Task APathThatIsTooLongIsRefused() =>
        await EachWayFailsAsync(Add(SampleLayer.File(string.Join('/', Enumerable.Repeat("abcdefgh", 600)), "")), ImageErrorId.LayerInvalid);

    [Fact]
    public async Task ANameThatIsTooLongIsRefused() =>
        await EachWayFailsAsync(Add(SampleLayer.File(new string('n', 300), "")), ImageErrorId.LayerInvalid);

    [Fact]
    public async Task ADeepTreeIsUnpackedAndRemoved()
    {
        string path = string.Join('/', Enumerable.Repeat("d", 2000));
        Image image = Add(SampleLayer.File(path, "deep"));
        await EachWayAsync(image, root => Assert.True(Directory.Exists(Path.Combine(root, "d/d/d"))));
    }

    [Fact]
    public async Task AFileWhereADirectoryIsNeededIsRefused() =>
        await EachWayFailsAsync(Add(SampleLayer.File("a", ""), SampleLayer.File("a/b", "")), ImageErrorId.LayerInvalid);

    [Fact]
    public async Task ABombIsStopped()
    {
        (TarEntry entry, byte[] _) = SampleLayer.File("zeros", "");
        Image image = Add((entry, new byte[8 << 20]));
        var store = Images.Store.ImageStore.Open(_scratch.Root, _scratch.Kernel, new LayerLimits { MaximumBytes = 1 << 20 });
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken));
        Assert.Equal(ImageErrorId.LayerTooLarge, error.ErrorId);
        Assert.Empty(_scratch.Leftovers());
    }

    [Fact]
    public async Task TooManyEntriesAreStopped()
    {
        Image image = Add([.. Enumerable.Range(0, 100).Select(number => SampleLayer.File($"f{number}", ""))]);
        var store = Images.Store.ImageStore.Open(_scratch.Root, _scratch.Kernel, new LayerLimits { MaximumEntries = 50 });
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken));
        Assert.Equal(ImageErrorId.LayerTooLarge, error.ErrorId);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(700)]
    [InlineData(2000)]
    public async Task ATruncatedLayerIsRefused(int length)
    {
        byte[] tar = SampleLayer.Tar(SampleLayer.File("a", new string('a', 1000)), SampleLayer.File("b", new string('b', 1000)));
        Image image = SampleImage.Add(_scratch.Store, "x", SampleLayer.Gzip(tar[..length]));
        await EachWayFailsAsync(image, ImageErrorId.LayerTruncated);
    }

    [Fact]
    public async Task ATruncatedCompressionIsRefused()
    {
        SampleLayer layer = SampleLayer.OfFiles(("a", SampleLayer.Noise(100_000)));
        Image image = SampleImage.Add(_scratch.Store, "x", layer with { Content = layer.Content[..50_000] });
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => _scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken));
        Assert.Equal(ImageErrorId.LayerTruncated, error.ErrorId);
        Assert.Empty(_scratch.Leftovers());
    }

    [Fact]
    public async Task ALayerThatIsNoTarFileIsRefused() => await EachWayFailsAsync(
        SampleImage.Add(_scratch.Store, "x", SampleLayer.Gzip(Encoding.ASCII.GetBytes(new string('x', 2000)))), ImageErrorId.LayerInvalid);

    private Image Add(params (TarEntry, byte[])[] entries) => SampleImage.Add(_scratch.Store, "x", SampleLayer.Of(entries));

    private async Task EachWayAsync(Image image, Action<string> check)
    {
        IReadOnlyList<LayerDirectory> layers = await _scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken);
        if (layers.Count == 1)
        {
            check(layers[0].Path);
        }

        await new RootFilesystemCopier(_scratch.Store).FlattenAsync(image, _scratch["flat"], null, TestContext.Current.CancellationToken);
        check(_scratch["flat"]);
        Assert.Empty(_scratch.Leftovers());
    }

    private async Task EachWayFailsAsync(Image image, ImageErrorId expected)
    {
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => _scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken));
        Assert.Equal(expected, error.ErrorId);
        Assert.StartsWith("Layer sha256:", error.Message, StringComparison.Ordinal);
        error = await Assert.ThrowsAsync<ImageException>(() =>
            new RootFilesystemCopier(_scratch.Store).FlattenAsync(image, _scratch["flat"], null, TestContext.Current.CancellationToken));
        Assert.Equal(expected, error.ErrorId);
        Assert.Empty(_scratch.Leftovers());
        Assert.Empty(Directory.GetFileSystemEntries(_scratch["root/layers"]));
    }

    private void AssertUntouched()
    {
        Assert.Equal("untouched", File.ReadAllText(_scratch["outside/etc/passwd"]));
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(_scratch["outside/etc/passwd"]));
        Assert.Equal(["etc"], Directory.GetFileSystemEntries(_scratch["outside"]).Select(Path.GetFileName));
        Assert.Equal(["passwd"], Directory.GetFileSystemEntries(_scratch["outside/etc"]).Select(Path.GetFileName));
    }
}
