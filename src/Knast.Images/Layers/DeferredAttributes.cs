using Knast.Images.Archives;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>
/// What can only be set when all files are there: times of directories, which every file made in them changes, and file flags, which
/// forbid further change.
/// </summary>
internal sealed class DeferredAttributes
{
    private readonly Dictionary<byte[], (FileTime? Accessed, FileTime Modified)> _times = new(ByteSequenceComparer.Instance);
    private readonly Dictionary<byte[], FileFlags> _flags = new(ByteSequenceComparer.Instance);

    /// <summary>Takes an entry of the layer.</summary>
    /// <param name="path">Its normalised path.</param>
    /// <param name="entry">The entry.</param>
    public void Add(byte[] path, TarEntry entry)
    {
        if (entry.Type == TarEntryType.Directory)
        {
            _times[path] = (entry.Accessed, entry.Modified);
        }

        // Hard links have the flags of the file that they name.
        if (entry.Flags != FileFlags.None && entry.Type != TarEntryType.HardLink)
        {
            _flags[path] = entry.Flags;
        }
        else if (_flags.Count > 0)
        {
            _flags.Remove(path);
        }
    }

    /// <summary>Sets them.</summary>
    public void Apply(LayerTree tree)
    {
        foreach ((byte[] path, (FileTime? accessed, FileTime modified)) in _times)
        {
            WhereItStillIs(() => SetTimes(tree, path, accessed, modified));
        }

        // Of a directory and what is in it, the directory comes last: its path is shorter.
        foreach ((byte[] path, FileFlags flags) in _flags.OrderByDescending(file => file.Key.Length))
        {
            WhereItStillIs(() => SetFlags(tree, path, flags));
        }
    }

    private static void SetTimes(LayerTree tree, byte[] path, FileTime? accessed, FileTime modified)
    {
        using KernelDescriptor directory = tree.Files.OpenInRoot(
            tree.Root, path.Length == 0 ? "."u8 : path, FileOpenFlags.Directory | FileOpenFlags.NoFollow);
        tree.Files.SetTimes(directory, accessed, modified);
    }

    private static void SetFlags(LayerTree tree, byte[] path, FileFlags flags)
    {
        ReadOnlySpan<byte> parent = EntryPath.Parent(path);
        using KernelDescriptor directory = tree.Files.OpenInRoot(
            tree.Root, parent.IsEmpty ? "."u8 : parent, FileOpenFlags.Directory | FileOpenFlags.PathOnly);
        FileFlagWriter.Set(tree.Files, directory, path.Length == 0 ? "."u8 : EntryPath.Name(path), flags);
    }

    // A later entry may have put something else there; then there is nothing to set.
    private static void WhereItStillIs(Action set)
    {
        try
        {
            set();
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR or ErrorCode.ELOOP or ErrorCode.EMLINK)
        {
        }
    }
}
