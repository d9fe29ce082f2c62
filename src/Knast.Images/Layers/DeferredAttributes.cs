using Knast.Images.Archives;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>What can only be set when all files are there: times of directories, which every file made in them changes.</summary>
internal sealed class DeferredAttributes
{
    private readonly Dictionary<byte[], (FileTime? Accessed, FileTime Modified)> _times = new(ByteSequenceComparer.Instance);

    /// <summary>Takes a directory of the layer.</summary>
    public void Add(byte[] path, TarEntry entry) => _times[path] = (entry.Accessed, entry.Modified);

    /// <summary>Sets them.</summary>
    public void Apply(LayerTree tree)
    {
        foreach ((byte[] path, (FileTime? accessed, FileTime modified)) in _times)
        {
            Apply(tree, path, accessed, modified);
        }
    }

    // A later entry may have put something else there; then there is nothing to set.
    private static void Apply(LayerTree tree, byte[] path, FileTime? accessed, FileTime modified)
    {
        try
        {
            using KernelDescriptor directory = tree.Files.OpenInRoot(
                tree.Root, path.Length == 0 ? "."u8 : path, FileOpenFlags.Directory | FileOpenFlags.NoFollow);
            tree.Files.SetTimes(directory, accessed, modified);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR or ErrorCode.ELOOP)
        {
        }
    }
}
