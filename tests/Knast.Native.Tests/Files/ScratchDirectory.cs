using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.Files;

/// <summary>A directory of one test.</summary>
internal sealed class ScratchDirectory : IDisposable
{
    public ScratchDirectory()
        : this(LocalKernel.Open())
    {
    }

    /// <summary>Makes one whose descriptor is of a kernel that has the same files.</summary>
    public ScratchDirectory(IKernel kernel)
    {
        Path = Directory.CreateTempSubdirectory("knast-files-").FullName;
        Files = FileCalls.For(kernel);
        Descriptor = Files.OpenHostDirectory(Path);
    }

    public string Path { get; }

    public FileCalls Files { get; }

    public KernelDescriptor Descriptor { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        Descriptor.Dispose();
        Directory.Delete(Path, recursive: true);
    }
}
