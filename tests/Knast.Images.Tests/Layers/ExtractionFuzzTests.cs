using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Knast.Images.Archives;
using Knast.Images.Layers;
using Knast.Images.Tests.Support;
using Knast.Native.Kernel;

namespace Knast.Images.Tests.Layers;

/// <summary>Layers made of a few names in every order: whatever they do to one another, nothing outside changes and only our errors come.</summary>
public sealed class ExtractionFuzzTests : IDisposable
{
    private static readonly string[] s_names =
    [
        "a", "b", "a/b", "a/b/c", "b/c", "../a", "/a/../../b", "a/.wh.b", ".wh.a", "a/.wh..wh..opq", ".wh..wh..opq", "./", "a/../b/./c", "b/a/b",
    ];

    private readonly Scratch _scratch = new();

    public ExtractionFuzzTests()
    {
        _scratch.MakeDirectory("jail/outside");
        File.WriteAllText(_scratch["jail/outside/file"], "untouched");
    }

    public void Dispose() => _scratch.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void NothingOutsideChanges(bool isOverlay)
    {
        string[] before = TreeListing.Of(_scratch.Files, _scratch["jail/outside"]);
        int number = 0;
        Prop.ForAll(Layers(), layers =>
        {
            string name = $"tree{number++}";
            string root = _scratch.MakeDirectory($"jail/{name}");
            foreach (string[] entries in layers)
            {
                Extract(root, entries, isOverlay ? LayerMode.Overlay : LayerMode.Flat);
            }

            using KernelDescriptor jail = _scratch.Files.OpenHostDirectory(_scratch["jail"]);
            _scratch.Files.RemoveTree(jail, name);
            Assert.Equal(before, TreeListing.Of(_scratch.Files, _scratch["jail/outside"]));
            Assert.Equal(["outside"], Directory.GetFileSystemEntries(_scratch["jail"]).Select(Path.GetFileName));
        }).QuickCheckThrowOnFailure();
    }

    private void Extract(string root, string[] entries, LayerMode mode)
    {
        byte[] tar = SampleLayer.Tar([.. entries.Select(Parse)]);
        using KernelDescriptor directory = _scratch.Files.OpenHostDirectory(root);
        using var tree = new LayerTree(_scratch.Files, directory, null);
        try
        {
            LayerExtractor.Extract(tree, new MemoryStream(tar), mode, LayerLimits.Default, TestContext.Current.CancellationToken);
        }
        catch (ImageException)
        {
            // Such a layer is refused.
        }
    }

    private (TarEntry, byte[]) Parse(string text)
    {
        string[] parts = text.Split(' ');
        (TarEntry entry, byte[] data) = parts[0] switch
        {
            "file" => SampleLayer.File(parts[1], "content"),
            "dir" => SampleLayer.Directory(parts[1]),
            "link" => SampleLayer.Link(parts[1], parts[2]),
            "hard" => SampleLayer.HardLink(parts[1], parts[2]),
            _ => (new TarEntry { Type = TarEntryType.Fifo, Name = Encoding.ASCII.GetBytes(parts[1]) }, []),
        };
        return (entry, data);
    }

    private Arbitrary<string[][]> Layers()
    {
        string[] targets = [.. s_names, _scratch["jail/outside"], _scratch["jail/outside/file"], "../outside", "../outside/file", "..", "/", "."];
        Gen<string> entries =
            from kind in Gen.Elements("file", "dir", "link", "hard", "fifo")
            from name in Gen.Elements(s_names)
            from target in Gen.Elements(targets)
            select $"{kind} {name} {target}";
        return entries.ArrayOf().ArrayOf().Where(layers => layers.Length < 4).ToArbitrary();
    }
}
