using Knast.Images.Layers;
using Knast.Images.Tests.Support;
using Knast.Native.Kernel;

namespace Knast.Images.Tests.Layers;

public sealed class ExtractionTests : IDisposable
{
    private readonly Scratch _scratch = new();

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData("--format=posix")]
    [InlineData("--format=gnu")]
    public void WhatWeUnpackIsWhatTarUnpacks(string format)
    {
        Tool.Need("tar");
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        string archive = _scratch["tree.tar"];
        string[] attributes = format == "--format=posix" ? ["--xattrs", "--xattrs-include=*"] : [];
        Tool.RunIn(_scratch["tree"], "tar", ["-c", format, "--numeric-owner", .. attributes, "-f", archive, "."]);

        _scratch.MakeDirectory("theirs");
        Tool.RunIn(_scratch["theirs"], "tar", ["-x", "-p", "--numeric-owner", .. attributes, "-f", archive]);
        Unpack(archive, _scratch.MakeDirectory("ours"));

        Assert.Equal(TreeListing.Of(_scratch.Files, _scratch["theirs"]), TreeListing.Of(_scratch.Files, _scratch["ours"]));
    }

    [Fact]
    public void WhatWeWriteComesBack()
    {
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        string archive = _scratch["tree.tar"];
        using (KernelDescriptor root = _scratch.Files.OpenHostDirectory(_scratch["tree"]))
        using (FileStream stream = File.Create(archive))
        {
            DirectoryArchiver.Write(_scratch.Files, root, stream, null, TestContext.Current.CancellationToken);
        }

        Unpack(archive, _scratch.MakeDirectory("ours"));
        Assert.Equal(TreeListing.Of(_scratch.Files, _scratch["tree"]), TreeListing.Of(_scratch.Files, _scratch["ours"]));
    }

    private void Unpack(string archive, string directory)
    {
        using KernelDescriptor root = _scratch.Files.OpenHostDirectory(directory);
        using var tree = new LayerTree(_scratch.Files, root, null);
        using FileStream stream = File.OpenRead(archive);
        LayerExtractor.Extract(tree, stream, LayerMode.Flat, LayerLimits.Default, TestContext.Current.CancellationToken);
    }
}
