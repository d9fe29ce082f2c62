using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Knast.Images.Import;
using Knast.Images.Layers;
using Knast.Images.Tests.Support;
using Knast.Oci;
using Knast.Oci.ImageSpec;

namespace Knast.Images.Tests.Import;

public sealed class ImportTests : IDisposable
{
    private readonly Scratch _scratch = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.NoCompression)]
    public async Task ADirectoryBecomesAnImage(CompressionLevel compression)
    {
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        var config = new ExecutionParameters { Cmd = ["/bin/sh"], Env = ["A=b"] };
        Image image = await ImportOneAsync(_scratch["tree"], new ImportOptions
        {
            Reference = ImageReference.Parse("sample:1"),
            Config = config,
            Compression = compression,
            Platform = Platform.Parse("freebsd/arm64"),
        });
        Assert.Equal(("sample:1", "sample", "1", "freebsd/arm64"), (image.Reference, image.Repository, image.Tag, image.Platform.ToString()));
        Assert.Equal(["/bin/sh"], _scratch.Store.ReadConfiguration(image).Config!.Cmd);
        LayerDirectory layer = Assert.Single(await _scratch.Store.Layers.EnsureAsync(image, null, Cancellation));
        Assert.Equal(TreeListing.Of(_scratch.Files, _scratch["tree"]), TreeListing.Of(_scratch.Files, layer.Path));
        Assert.Empty(await _scratch.Store.VerifyAsync(cancellation: Cancellation));
    }

    [Fact]
    public async Task TheSameDirectoryGivesTheSameImage()
    {
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        var options = new ImportOptions { Created = DateTimeOffset.UnixEpoch };
        Assert.Equal((await ImportOneAsync(_scratch["tree"], options)).Id, (await ImportOneAsync(_scratch["tree"], options)).Id);
        Assert.Single(_scratch.Store.List());
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("xz")]
    public async Task ARootFilesystemsArchiveBecomesAnImage(string compressor)
    {
        Tool.Need("tar");
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        string archive = MakeTar("rootfs.tar", _scratch["tree"], compressor, "--xattrs", "--xattrs-include=*");
        Image image = await ImportOneAsync(archive, new ImportOptions { Reference = ImageReference.Parse("sample") });
        Assert.Equal(TreeListing.Of(_scratch.Files, _scratch["tree"], withTimes: false), (await ListAsync(image)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("xz")]
    public async Task AnArchiveOfALayoutIsImported(string compressor)
    {
        Tool.Need("umoci", "tar");
        MakeLayout();
        string archive = MakeTar("my-image.tar", _scratch["layout"], compressor);
        Image image = await ImportOneAsync(archive, new ImportOptions());
        Assert.Equal("my-image:latest", image.Reference);
        Assert.Contains(await ListAsync(image), line => line.StartsWith("bin/tool ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("docker-archive")]
    [InlineData("oci-archive")]
    public async Task WhatSkopeoWritesIsImported(string transport)
    {
        Tool.Need("umoci", "skopeo");
        MakeLayout();
        Tool.Run("skopeo", "copy", $"oci:{_scratch["layout"]}:latest", $"{transport}:{_scratch["saved.tar"]}:example.org/team/saved:3");
        Image image = await ImportOneAsync(_scratch["saved.tar"], new ImportOptions());
        Assert.Equal("example.org/team/saved:3", image.Reference);
        Assert.Contains(await ListAsync(image), line => line.StartsWith("bin/tool ", StringComparison.Ordinal));
        Assert.Empty(await _scratch.Store.VerifyAsync(cancellation: Cancellation));
    }

    [Fact]
    public async Task WhatBuildahBuildsIsImported()
    {
        Tool.Need("buildah");
        Directory.CreateDirectory(_scratch["context"]);
        File.WriteAllText(_scratch["context/hello"], "hello");
        File.WriteAllText(_scratch["context/Containerfile"], "FROM scratch\nCOPY hello /hello\nLABEL a=b\nCMD [\"/hello\"]\n");
        Tool.Run(
            "buildah", "--root", _scratch["buildah"], "--runroot", _scratch["buildah-run"], "--storage-driver", "vfs",
            "build", "--isolation", "chroot", "-t", "built:1", _scratch["context"]);
        Tool.Run(
            "buildah", "--root", _scratch["buildah"], "--runroot", _scratch["buildah-run"], "--storage-driver", "vfs",
            "push", "built:1", $"oci:{_scratch["built"]}:1");
        Image image = await ImportOneAsync(_scratch["built"], new ImportOptions());
        Assert.Equal("built:1", image.Reference);
        Assert.Equal("b", image.Labels["a"]);
        Assert.Contains(await ListAsync(image), line => line.StartsWith("hello Regular 644", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ALayoutWithSeveralImagesGivesAll()
    {
        Tool.Need("umoci");
        MakeLayout();
        Tool.Run("umoci", "tag", "--image", _scratch["layout"] + ":latest", "second");
        IReadOnlyList<Image> images = await ImportAsync(_scratch["layout"], new ImportOptions());
        Assert.Equal(["layout:latest", "layout:second"], images.Select(image => image.Reference).Order());
        ImageException error = await Assert.ThrowsAsync<ImageException>(async () =>
        {
            Tool.Run("umoci", "config", "--image", _scratch["layout"] + ":second", "--author", "someone");
            await ImportAsync(_scratch["layout"], new ImportOptions { Reference = ImageReference.Parse("one") });
        });
        Assert.Equal(ImageErrorId.ImageAmbiguous, error.ErrorId);
    }

    [Fact]
    public async Task ALayoutWhoseBlobIsDamagedIsRefused()
    {
        Tool.Need("umoci");
        MakeLayout();
        string blob = LargestBlob(_scratch["layout"]);
        byte[] content = File.ReadAllBytes(blob);
        content[content.Length / 2] ^= 1;
        File.WriteAllBytes(blob, content);
        ImageException error = await FailAsync(_scratch["layout"]);
        Assert.Equal(ImageErrorId.DigestMismatch, error.ErrorId);
        Assert.Contains(Path.GetFileName(blob), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALayoutWhoseLayerIsCutOffIsRefused()
    {
        Tool.Need("umoci");
        MakeLayout();
        using (FileStream blob = File.OpenWrite(LargestBlob(_scratch["layout"])))
        {
            blob.SetLength(blob.Length / 2);
        }

        Assert.Equal(ImageErrorId.SizeMismatch, (await FailAsync(_scratch["layout"])).ErrorId);
    }

    [Fact]
    public async Task ALayoutThatLacksABlobIsRefused()
    {
        Tool.Need("umoci");
        MakeLayout();
        File.Delete(LargestBlob(_scratch["layout"]));
        Assert.Equal(ImageErrorId.BlobMissing, (await FailAsync(_scratch["layout"])).ErrorId);
    }

    [Theory]
    [InlineData("{}", ImageErrorId.ArchiveUnknown)]
    [InlineData("{\"imageLayoutVersion\":\"2.0.0\"}", ImageErrorId.ArchiveUnknown)]
    [InlineData("no json", ImageErrorId.ArchiveInvalid)]
    public async Task ALayoutOfAnotherVersionIsRefused(string layout, ImageErrorId expected)
    {
        Directory.CreateDirectory(_scratch["bad"]);
        File.WriteAllText(_scratch["bad/oci-layout"], layout);
        File.WriteAllText(_scratch["bad/index.json"], "{\"schemaVersion\":2,\"manifests\":[]}");
        Assert.Equal(expected, (await FailAsync(_scratch["bad"])).ErrorId);
    }

    [Fact]
    public async Task ALayoutForAnotherPlatformOnlyIsTakenWithoutAnIndexButNotFromOne()
    {
        Directory.CreateDirectory(_scratch["layout"]);
        var other = Images.Store.ImageStore.Open(_scratch["other"], _scratch.Kernel);
        Image image = SampleImage.Add(other, "x", SampleLayer.OfFiles(("a", "a")));
        string index = JsonSerializer.Serialize(new
        {
            schemaVersion = 2,
            manifests = new[] { new { mediaType = MediaTypes.ImageManifest, digest = image.Digest, size = 1, platform = new { os = "plan9", architecture = "mips" } } },
        });
        Digest inner = other.Blobs.Write(Encoding.UTF8.GetBytes(index));
        File.WriteAllText(Path.Combine(other.Path, "index.json"), JsonSerializer.Serialize(new
        {
            schemaVersion = 2,
            manifests = new[] { new { mediaType = MediaTypes.ImageIndex, digest = inner.ToString(), size = index.Length } },
        }));
        Assert.Equal(ImageErrorId.PlatformNotFound, (await FailAsync(other.Path)).ErrorId);
    }

    [Fact]
    public async Task AFileThatIsNothingIsRefused()
    {
        File.WriteAllText(_scratch["nothing"], new string('x', 5000));
        ImageException error = await FailAsync(_scratch["nothing"]);
        Assert.Equal(ImageErrorId.ArchiveUnknown, error.ErrorId);
        Assert.Contains(_scratch["nothing"], error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyFileIsRefused()
    {
        File.WriteAllText(_scratch["nothing"], "");
        Assert.Equal(ImageErrorId.LayerTruncated, (await FailAsync(_scratch["nothing"])).ErrorId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("xz")]
    public async Task AnArchiveThatIsCutOffIsRefused(string compressor)
    {
        Tool.Need("tar");
        Directory.CreateDirectory(_scratch["tree"]);
        File.WriteAllText(_scratch["tree/noise"], SampleLayer.Noise(500_000));
        string archive = MakeTar("rootfs.tar", _scratch["tree"], compressor);
        using (FileStream file = File.OpenWrite(archive))
        {
            file.SetLength(file.Length / 2);
        }

        ImageException error = await FailAsync(archive);
        Assert.True(error.ErrorId is ImageErrorId.LayerTruncated or ImageErrorId.ArchiveInvalid, error.ErrorId.ToString());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("zstd")]
    [InlineData("xz")]
    public async Task AnArchiveWhoseCompressionIsDamagedIsRefused(string compressor)
    {
        Tool.Need("tar");
        Directory.CreateDirectory(_scratch["tree"]);
        File.WriteAllText(_scratch["tree/noise"], SampleLayer.Noise(500_000));
        string archive = MakeTar("rootfs.tar", _scratch["tree"], compressor);
        byte[] content = File.ReadAllBytes(archive);
        content.AsSpan(content.Length / 2, 1000).Fill(0x55);
        File.WriteAllBytes(archive, content);
        ImageException error = await FailAsync(archive);
        Assert.True(error.ErrorId is ImageErrorId.LayerTruncated or ImageErrorId.ArchiveInvalid or ImageErrorId.ArchiveUnknown, error.ErrorId.ToString());
    }

    [Fact]
    public async Task WhatIsNotThereIsNotFound() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => ImportAsync(_scratch["missing"], new ImportOptions()));

    [Fact]
    public async Task CancellingLeavesNothingHalfMade()
    {
        Directory.CreateDirectory(_scratch["tree"]);
        for (int number = 0; number < 50; number++)
        {
            File.WriteAllText(_scratch[$"tree/{number}"], SampleLayer.Noise(100_000));
        }

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var progress = new Canceller(stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new ImageImporter(_scratch.Store).ImportAsync(
            _scratch["tree"], new ImportOptions(), progress, stop.Token));
        Assert.Empty(_scratch.Leftovers());
        Assert.Empty(_scratch.Store.List());
    }

    private async Task<IReadOnlyList<Image>> ImportAsync(string path, ImportOptions options)
    {
        IReadOnlyList<Image> images = await new ImageImporter(_scratch.Store).ImportAsync(path, options, null, Cancellation);
        Assert.Empty(_scratch.Leftovers());
        return images;
    }

    private async Task<Image> ImportOneAsync(string path, ImportOptions options) => Assert.Single(await ImportAsync(path, options));

    private async Task<ImageException> FailAsync(string path)
    {
        ImageException error = await Assert.ThrowsAsync<ImageException>(() => ImportAsync(path, new ImportOptions()));
        Assert.Empty(_scratch.Leftovers());
        Assert.Empty(_scratch.Store.List());
        Assert.Empty(Directory.GetFiles(_scratch["root/images/blobs"], "*", SearchOption.AllDirectories));
        return error;
    }

    private async Task<string[]> ListAsync(Image image)
    {
        LayerDirectory layer = Assert.Single(await _scratch.Store.Layers.EnsureAsync(image, null, Cancellation));
        return TreeListing.Of(_scratch.Files, layer.Path, withTimes: false);
    }

    private string MakeTar(string name, string directory, string compressor, params string[] more)
    {
        string archive = _scratch[name];
        Tool.RunIn(directory, "tar", ["-c", "--format=posix", "--numeric-owner", .. more, "-f", archive, "."]);
        if (compressor.Length == 0)
        {
            return archive;
        }

        Tool.Need(compressor);
        Tool.Run(compressor, compressor == "zstd" ? ["-q", "--rm", archive] : [archive]);
        return Directory.GetFiles(_scratch.Path, name + "*").Single();
    }

    private void MakeLayout()
    {
        string layout = _scratch["layout"];
        SampleTree.Make(_scratch.Files, _scratch["tree"]);
        Tool.Run("umoci", "init", "--layout", layout);
        Tool.Run("umoci", "new", "--image", layout + ":latest");
        Tool.Run("umoci", "insert", "--image", layout + ":latest", _scratch["tree"], "/");
    }

    private static string LargestBlob(string layout) =>
        new DirectoryInfo(Path.Combine(layout, "blobs/sha256")).GetFiles().MaxBy(file => file.Length)!.FullName;

    private sealed class Canceller(CancellationTokenSource stop) : IProgress<ImageProgress>
    {
        public void Report(ImageProgress value) => stop.Cancel();
    }
}
