using Knast.Images.Archives;
using Knast.Images.Tests.Support;

namespace Knast.Images.Tests.Layers;

/// <summary>Whiteouts (image-spec layer.md), both as overlayfs shows them and in one flat tree: the trees must be the same.</summary>
public sealed class WhiteoutTests : IDisposable
{
    private static readonly SampleLayer s_base = SampleLayer.Of(
        SampleLayer.Directory("etc"), SampleLayer.File("etc/a", "a"), SampleLayer.File("etc/b", "b"),
        SampleLayer.Directory("etc/sub", 0x1C0), SampleLayer.File("etc/sub/c", "c"), SampleLayer.Directory("usr"),
        SampleLayer.Directory("usr/lib", 0x1ED), SampleLayer.File("usr/lib/so", "so"), SampleLayer.Link("lib", "usr/lib"));

    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public Task AFileIsHidden() => BothGiveAsync(
        ["etc", "etc/b", "etc/sub", "etc/sub/c"],
        SampleLayer.File("etc/.wh.a", ""));

    [Fact]
    public Task ADirectoryIsHidden() => BothGiveAsync(
        ["etc", "etc/a", "etc/b"],
        SampleLayer.File("etc/.wh.sub", ""));

    [Fact]
    public Task AnOpaqueDirectoryShowsOnlyThisLayersFiles() => BothGiveAsync(
        ["etc", "etc/new"],
        SampleLayer.Directory("etc"), SampleLayer.File("etc/.wh..wh..opq", ""), SampleLayer.File("etc/new", "new"));

    [Fact]
    public Task AnOpaqueWhiteoutAfterTheFilesLeavesThem() => BothGiveAsync(
        ["etc", "etc/new", "etc/sub", "etc/sub/d"],
        SampleLayer.Directory("etc"), SampleLayer.File("etc/new", "new"), SampleLayer.File("etc/sub/d", "d"), SampleLayer.File("etc/.wh..wh..opq", ""));

    [Fact]
    public Task AWhiteoutBeforeAFileOfItsNameLeavesTheFile() => BothGiveAsync(
        ["etc", "etc/a", "etc/b", "etc/sub", "etc/sub/c"],
        SampleLayer.File("etc/.wh.a", ""), SampleLayer.File("etc/a", "new"));

    [Fact]
    public Task AWhiteoutAfterAFileOfItsNameLeavesTheFile() => BothGiveAsync(
        ["etc", "etc/a", "etc/b", "etc/sub", "etc/sub/c"],
        SampleLayer.File("etc/a", "new"), SampleLayer.File("etc/.wh.a", ""));

    [Fact]
    public Task AWhiteoutBeforeADirectoryOfItsNameHidesWhatWasInIt() => BothGiveAsync(
        ["etc", "etc/a", "etc/b", "etc/sub", "etc/sub/d"],
        SampleLayer.File("etc/.wh.sub", ""), SampleLayer.Directory("etc/sub"), SampleLayer.File("etc/sub/d", "d"));

    [Fact]
    public Task AWhiteoutAfterADirectoryOfItsNameHidesWhatWasInIt() => BothGiveAsync(
        ["etc", "etc/a", "etc/b", "etc/sub", "etc/sub/d"],
        SampleLayer.Directory("etc/sub"), SampleLayer.File("etc/sub/d", "d"), SampleLayer.File("etc/.wh.sub", ""));

    [Fact]
    public Task AWhiteoutOfNothingDoesNothing() => BothGiveAsync(
        ["etc", "etc/a", "etc/b", "etc/sub", "etc/sub/c"],
        SampleLayer.File("etc/.wh.nothing", ""));

    [Fact]
    public Task AFileReplacesADirectory() => BothGiveAsync(
        ["etc", "etc/a", "etc/b", "etc/sub"],
        SampleLayer.File("etc/sub", "file"));

    [Fact]
    public Task ADirectoryReplacesAFile() => BothGiveAsync(
        ["etc", "etc/a", "etc/a/x", "etc/b", "etc/sub", "etc/sub/c"],
        SampleLayer.Directory("etc/a"), SampleLayer.File("etc/a/x", "x"));

    [Fact]
    public async Task ADirectoryThatIsTakenForGrantedKeepsItsAttributes()
    {
        (string[] overlay, string[] flat) = await ListBothAsync(SampleLayer.File("etc/sub/d", "d"));
        Assert.Equal(Normal(flat), Normal(overlay));
        Assert.Contains(overlay, line => line.StartsWith("etc/sub Directory 700 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnEntryBelowALinkOfALowerLayerGoesWhereTheLinkLeads()
    {
        (string[] overlay, string[] flat) = await ListBothAsync(SampleLayer.File("lib/new", "new"));
        Assert.Equal(Normal(flat), Normal(overlay));
        Assert.Contains(overlay, line => line.StartsWith("usr/lib/new ", StringComparison.Ordinal));
        Assert.Contains(overlay, line => line.StartsWith("usr/lib/so ", StringComparison.Ordinal));
        Assert.Contains(overlay, line => line.StartsWith("lib SymbolicLink", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AHardLinkToAFileOfALowerLayerHasItsContent()
    {
        (string[] overlay, string[] flat) = await ListBothAsync(SampleLayer.HardLink("etc/second", "etc/a"));
        string content = overlay.Single(line => line.StartsWith("etc/a ", StringComparison.Ordinal))["etc/a ".Length..];
        Assert.Contains("etc/second " + content, overlay);
        Assert.Contains(flat, line => line.StartsWith("etc/second Regular 644 0:0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AHardLinkToAFileThatIsHiddenIsRefused()
    {
        Image image = SampleImage.Add(
            _scratch.Store, "x", s_base, SampleLayer.OfFiles(("etc/.wh.a", "")), SampleLayer.Of(SampleLayer.HardLink("etc/second", "etc/a")));
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => _scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken));
        Assert.Equal(ImageErrorId.LayerInvalid, error.ErrorId);
    }

    private async Task BothGiveAsync(string[] expected, params (TarEntry, byte[])[] upper)
    {
        (string[] overlay, string[] flat) = await ListBothAsync(upper);
        Assert.Equal(Normal(flat), Normal(overlay));
        Assert.Equal(expected, flat.Select(line => line.Split(' ')[0]).Where(path => path.StartsWith("etc", StringComparison.Ordinal)));
    }

    private async Task<(string[] Overlay, string[] Flat)> ListBothAsync(params (TarEntry, byte[])[] upper)
    {
        Image image = SampleImage.Add(_scratch.Store, "x", s_base, SampleLayer.Of(upper));
        return (await SampleImage.ListOverlayAsync(_scratch, image), await SampleImage.ListFlatAsync(_scratch, image));
    }

    // The root and directories that no layer describes have the time of the unpacking.
    private static IEnumerable<string> Normal(string[] listing) =>
        listing.Skip(1).Select(line => line.Contains(" Directory ", StringComparison.Ordinal) ? string.Join(' ', line.Split(' ')[..4]) : line);
}
