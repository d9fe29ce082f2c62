using Knast.Images.Import;
using Knast.Images.Layers;
using Knast.Images.Tests.Support;
using Knast.Oci;

namespace Knast.Images.Tests.Import;

public sealed class ForeignImageTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task AnImageOfUmociUnpacksAsUmociUnpacksIt()
    {
        Tool.Need("umoci");
        string layout = _scratch["layout"];
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        Tool.Run("umoci", "init", "--layout", layout);
        Tool.Run("umoci", "new", "--image", layout + ":latest");
        Tool.Run("umoci", "insert", "--image", layout + ":latest", _scratch["tree"], "/data");
        Tool.Run("umoci", "unpack", "--image", layout + ":latest", _scratch["theirs"]);

        Image image = Assert.Single(await new ImageImporter(_scratch.Store).ImportAsync(layout, new ImportOptions(), null, TestContext.Current.CancellationToken));
        Assert.Equal("layout:latest", image.Reference);
        IReadOnlyList<LayerDirectory> layers = await _scratch.Store.Layers.EnsureAsync(image, null, TestContext.Current.CancellationToken);
        LayerDirectory layer = Assert.Single(layers);

        // umoci makes the missing root itself, with the time of the unpacking.
        Assert.Equal(
            TreeListing.Of(_scratch.Files, _scratch["theirs/rootfs"]).Skip(1), TreeListing.Of(_scratch.Files, layer.Path).Skip(1));
        Assert.Empty(_scratch.Leftovers());
    }

    [Fact]
    public async Task OtherToolsReadTheStore()
    {
        Tool.Need("skopeo", "umoci");
        Directory.CreateDirectory(_scratch["tree/bin"]);
        File.WriteAllText(_scratch["tree/bin/x"], "x");
        Image image = Assert.Single(await new ImageImporter(_scratch.Store).ImportAsync(
            _scratch["tree"], new ImportOptions { Reference = ImageReference.Parse("example.org/team/tool:1.0") }, null, TestContext.Current.CancellationToken));
        Assert.Equal("example.org/team/tool:1.0", image.Reference);

        string inspected = Tool.Run("skopeo", "inspect", $"oci:{_scratch.Store.Path}:example.org/team/tool:1.0");
        Assert.Contains(image.Digest, inspected, StringComparison.Ordinal);
        Assert.Contains("example.org/team/tool:1.0", Tool.Run("umoci", "list", "--layout", _scratch.Store.Path), StringComparison.Ordinal);
    }
}
