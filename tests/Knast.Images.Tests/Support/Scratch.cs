using Knast.Images.Store;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Tests.Support;

/// <summary>A directory of one test, and a store in it.</summary>
public sealed class Scratch : IDisposable
{
    private ImageStore? _store;

    public Scratch()
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "knast-images-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(Path);
        Kernel = LocalKernel.Open();
        Files = FileCalls.For(Kernel);
    }

    public string Path { get; }

    public IKernel Kernel { get; }

    public FileCalls Files { get; }

    public string Root => this["root"];

    public ImageStore Store => _store ??= ImageStore.Open(Root, Kernel);

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Makes a directory.</summary>
    public string MakeDirectory(string name) => Directory.CreateDirectory(this[name]).FullName;

    /// <summary>What an operation that failed may not leave behind: temporary files and layers.</summary>
    public IReadOnlyList<string> Leftovers() =>
    [
        .. Directory.GetFileSystemEntries(System.IO.Path.Combine(Root, "images", ".incoming")),
        .. Directory.Exists(System.IO.Path.Combine(Root, "layers"))
            ? Directory.GetFileSystemEntries(System.IO.Path.Combine(Root, "layers"), ".unpacking-*")
            : [],
    ];

    public void Dispose()
    {
        using KernelDescriptor parent = Files.OpenHostDirectory(System.IO.Path.GetDirectoryName(Path)!);
        Files.RemoveTree(parent, System.IO.Path.GetFileName(Path));
    }
}
