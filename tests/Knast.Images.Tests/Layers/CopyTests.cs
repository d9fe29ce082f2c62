using Knast.Images.Import;
using Knast.Images.Layers;
using Knast.Images.Tests.Support;
using Knast.Native.Kernel;
using Knast.Oci;

namespace Knast.Images.Tests.Layers;

public sealed class CopyTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Fact]
    public async Task ACopiedTreeIsTheSame()
    {
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        await new RootFilesystemCopier(_scratch.Store).CopyAsync(_scratch["tree"], _scratch["copy"], TestContext.Current.CancellationToken);
        Assert.Equal(TreeListing.Of(_scratch.Files, _scratch["tree"]), TreeListing.Of(_scratch.Files, _scratch["copy"]));
    }

    [Fact]
    public async Task AFlattenedImageIsTheDirectoryThatItWasMadeOf()
    {
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        Image image = Assert.Single(await new ImageImporter(_scratch.Store).ImportAsync(
            _scratch["tree"], new ImportOptions { Reference = ImageReference.Parse("sample") }, null, TestContext.Current.CancellationToken));
        await new RootFilesystemCopier(_scratch.Store).FlattenAsync(image, _scratch["flat"], null, TestContext.Current.CancellationToken);
        Assert.Equal(TreeListing.Of(_scratch.Files, _scratch["tree"]), TreeListing.Of(_scratch.Files, _scratch["flat"]));
    }

    [Fact]
    public async Task ADestinationThatIsNotEmptyIsRefused()
    {
        _scratch.MakeDirectory("tree");
        File.WriteAllText(Path.Combine(_scratch.MakeDirectory("full"), "file"), "mine");
        NativeException error = await Assert.ThrowsAsync<NativeException>(() =>
            new RootFilesystemCopier(_scratch.Store).CopyAsync(_scratch["tree"], _scratch["full"], TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCode.ENOTEMPTY, error.Code);
        Assert.Equal("mine", File.ReadAllText(_scratch["full/file"]));
    }
}
