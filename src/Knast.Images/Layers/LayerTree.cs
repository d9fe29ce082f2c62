using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>
/// The tree that a layer is unpacked into. Directories are opened by the kernel as if the tree were the root, so that no link in the
/// layer leads out of it. Directories that the layer takes for granted are made, as they are in the layers below.
/// </summary>
internal sealed class LayerTree(FileCalls files, KernelDescriptor root, LowerLayers? lower) : IDisposable
{
    private const int MostLinks = 40;
    private const uint ImpliedMode = 0x1ED;

    private readonly DirectoryCache _cache = new();

    /// <summary>The calls.</summary>
    public FileCalls Files => files;

    /// <summary>The tree's root.</summary>
    public KernelDescriptor Root => root;

    /// <summary>The layers below, where they are not in this tree.</summary>
    public LowerLayers? Lower => lower;

    /// <summary>Opens a directory, making it where it is missing. It stays the tree's: do not close it.</summary>
    /// <param name="path">A normalised path.</param>
    public KernelDescriptor Open(ReadOnlySpan<byte> path)
    {
        if (path.IsEmpty)
        {
            return root;
        }

        if (_cache.Find(path) is { } known)
        {
            return known;
        }

        KernelDescriptor directory = TryOpen(path) ?? OpenImplied(path);
        _cache.Add(path, directory);
        return directory;
    }

    /// <summary>Opens a directory that is there; null where it is not. The caller closes it.</summary>
    /// <param name="path">A normalised path.</param>
    /// <param name="forReading">Whether its entries are to be read.</param>
    public KernelDescriptor? TryOpen(ReadOnlySpan<byte> path, bool forReading = false)
    {
        FileOpenFlags flags = FileOpenFlags.Directory | (forReading ? FileOpenFlags.ReadOnly : FileOpenFlags.PathOnly);
        try
        {
            return files.OpenInRoot(root, path.IsEmpty ? "."u8 : path, flags);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR)
        {
            return null;
        }
        catch (NativeException error) when (error.Code is ErrorCode.ELOOP or ErrorCode.ENAMETOOLONG)
        {
            throw new ImageException(ImageErrorId.LayerInvalid, $"The path {Show(path)} cannot be used: {error.Code}.", error);
        }
    }

    /// <summary>Removes what has a name, and forgets open directories, which may have been below it.</summary>
    public void Remove(KernelDescriptor directory, ReadOnlySpan<byte> name)
    {
        files.RemoveTree(directory, name);
        _cache.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _cache.Dispose();

    /// <summary>A path for messages.</summary>
    internal static string Show(ReadOnlySpan<byte> path) => ((KernelText)path).ToString();

    private KernelDescriptor OpenImplied(ReadOnlySpan<byte> path)
    {
        byte[] real = Resolve(path);
        return TryOpen(real) ?? throw NoDirectory(path);
    }

    // Goes through the parts of a path, making the directories that are missing, and following links to where the merged layers
    // will have them. What comes out has no link in it.
    private byte[] Resolve(ReadOnlySpan<byte> path)
    {
        var rest = new Stack<byte[]>();
        Push(rest, path);
        byte[] real = [];
        int links = 0;
        while (rest.TryPop(out byte[]? name))
        {
            byte[] next = EntryPath.Join(real, name);
            FileStatus? status = files.GetStatus(root, next);
            byte[]? link = status switch
            {
                null => MakeImplied(next),
                { Type: FileType.Directory } => null,
                { Type: FileType.SymbolicLink } => files.ReadSymbolicLink(root, next),
                { } other when lower is not null && OverlayWhiteouts.IsWhiteout(other) => ReplaceWhiteout(next),
                _ => throw NoDirectory(next),
            };
            if (link is null)
            {
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new ImageException(ImageErrorId.LayerInvalid, $"The path {Show(path)} leads through more than {MostLinks} symbolic links.");
            }

            byte[] target = EntryPath.Normalize(link.AsSpan().StartsWith("/"u8) ? link : EntryPath.Join(real, link));
            Push(rest, target);
            real = [];
        }

        return real;
    }

    // Returns what a link of a lower layer says, where the name is one there.
    private byte[]? MakeImplied(byte[] path)
    {
        FileStatus below = default;
        KernelDescriptor? layer = lower?.Find(path, out below);
        if (layer is not null && below.Type == FileType.SymbolicLink)
        {
            return files.ReadSymbolicLink(layer, path);
        }

        if (layer is not null && !below.IsDirectory)
        {
            throw NoDirectory(path);
        }

        Make(path);
        if (layer is not null)
        {
            TreeCopier.CopyAttributes(files, layer, path, below, root, path);
        }

        return null;
    }

    private byte[]? ReplaceWhiteout(byte[] path)
    {
        files.Unlink(root, path);
        Make(path);
        OverlayWhiteouts.MakeOpaque(files, root, path);
        return null;
    }

    private void Make(byte[] path)
    {
        files.MakeDirectory(root, path, ImpliedMode);
        files.SetMode(root, path, ImpliedMode);
        files.SetOwner(root, path, 0, 0);
    }

    private static void Push(Stack<byte[]> rest, ReadOnlySpan<byte> path)
    {
        while (!path.IsEmpty)
        {
            rest.Push(EntryPath.Name(path).ToArray());
            path = EntryPath.Parent(path);
        }
    }

    private static ImageException NoDirectory(ReadOnlySpan<byte> path) =>
        new(ImageErrorId.LayerInvalid, $"An entry lies below {Show(path)}, which is no directory.");
}
