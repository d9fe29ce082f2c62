using Knast.Images.Archives;
using Knast.Images.Layers;
using Knast.Images.Tests.Support;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;
using Knast.Simulation;

namespace Knast.Images.Tests.Layers;

/// <summary>The extractor on FreeBSD's calls, against the simulated kernel.</summary>
public sealed class FreeBsdExtractionTests : IDisposable
{
    private readonly Scratch _scratch = new();
    private readonly SimulatedMachine _machine;
    private readonly FileCalls _files;

    public FreeBsdExtractionTests()
    {
        _machine = new SimulatedMachine(SimulatedRelease.Parse("15.1"), new SimulatedMachineOptions { SharedDirectories = [_scratch.Path] });
        Kernel = _machine.Open();
        _files = FileCalls.For(Kernel);
    }

    private SimulatedKernel Kernel { get; }

    public void Dispose()
    {
        Kernel.Dispose();
        _machine.Dispose();
        _scratch.Dispose();
    }

    [Fact]
    public void ATreeIsUnpackedWithItsFlags()
    {
        string root = Extract(
            SampleLayer.Directory("lib"), WithFlags(SampleLayer.File("lib/libc.so.7", "one"), "schg"), WithFlags(SampleLayer.Directory("empty"), "schg,nodump"));
        Assert.Equal("one", File.ReadAllText(Path.Combine(root, "lib/libc.so.7")));
        using KernelDescriptor directory = _files.OpenHostDirectory(root);
        Assert.Equal(ErrorCode.EPERM, Assert.Throws<NativeException>(() => _files.Unlink(directory, "lib/libc.so.7")).Code);
        Assert.Equal(ErrorCode.EPERM, Assert.Throws<NativeException>(() => _files.MakeDirectory(directory, "empty/new", 0x1C0)).Code);
    }

    [Fact]
    public void AnUpperLayerMayChangeWhatFlagsForbid()
    {
        string root = Extract(
            SampleLayer.Directory("lib"), WithFlags(SampleLayer.File("lib/libc.so.7", "one"), "schg"), WithFlags(SampleLayer.Directory("empty"), "schg"),
            WithFlags(SampleLayer.File("gone", "gone"), "uunlnk"));
        ExtractInto(root, SampleLayer.File("lib/libc.so.7", "two"), SampleLayer.Directory("empty", 0x1C0), SampleLayer.File(".wh.gone", ""));
        Assert.Equal("two", File.ReadAllText(Path.Combine(root, "lib/libc.so.7")));
        Assert.False(File.Exists(Path.Combine(root, "gone")));
    }

    [Fact]
    public void ATreeWithFlagsCanBeRemoved()
    {
        string root = Extract(
            WithFlags(SampleLayer.Directory("a"), "schg"), WithFlags(SampleLayer.Directory("a/b"), "sunlnk"), WithFlags(SampleLayer.File("a/b/c", ""), "uchg"));
        using KernelDescriptor parent = _files.OpenHostDirectory(_scratch.Path);
        _files.RemoveTree(parent, Path.GetFileName(root));
        Assert.False(Directory.Exists(root));
    }

    [Fact]
    public void AnEntryBelowALinkThatLeadsOutStaysInside()
    {
        string outside = _scratch.MakeDirectory("outside");
        string root = Extract(SampleLayer.Link("out", outside), SampleLayer.File("out/file", "contained"), SampleLayer.File("../../up", "contained"));
        Assert.Empty(Directory.GetFileSystemEntries(outside));
        Assert.Equal("contained", File.ReadAllText(root + outside + "/file"));
        Assert.Equal("contained", File.ReadAllText(Path.Combine(root, "up")));
    }

    [Fact]
    public void AttributesOfLinuxAreLeftOut()
    {
        (TarEntry entry, byte[] data) = SampleLayer.File("file", "");
        ExtendedAttribute[] attributes =
        [
            new("security.capability"u8.ToArray(), [1]), new("user.kept"u8.ToArray(), [2]), new("trusted.x"u8.ToArray(), [3]),
        ];
        string root = Extract((entry with { Attributes = attributes }, data));
        using KernelDescriptor directory = _files.OpenHostDirectory(root);
        Assert.Equal("user.kept"u8.ToArray(), Assert.Single(_files.ListExtendedAttributes(directory, "file")));
    }

    [Theory]
    [InlineData("schg", FileFlags.SystemImmutable)]
    [InlineData("uarch,nodump,sappnd", FileFlags.Archive | FileFlags.NoDump | FileFlags.SystemAppend)]
    [InlineData("extents", FileFlags.None)]
    [InlineData("", FileFlags.None)]
    public void FlagsAreReadByName(string names, FileFlags expected) => Assert.Equal(expected, FileFlagNames.Parse(names));

    private static (TarEntry, byte[]) WithFlags((TarEntry Entry, byte[] Data) file, string flags) =>
        (file.Entry with { Flags = FileFlagNames.Parse(flags) }, file.Data);

    private string Extract(params (TarEntry, byte[])[] entries)
    {
        string root = _scratch.MakeDirectory("tree");
        ExtractInto(root, entries);
        return root;
    }

    private void ExtractInto(string directory, params (TarEntry, byte[])[] entries)
    {
        using KernelDescriptor root = _files.OpenHostDirectory(directory);
        using var tree = new LayerTree(_files, root, null);
        LayerExtractor.Extract(
            tree, new MemoryStream(SampleLayer.Tar(entries)), LayerMode.Flat, LayerLimits.Default, TestContext.Current.CancellationToken);
    }
}
