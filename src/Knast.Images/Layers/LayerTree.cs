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

    // Goes through the parts of a path, making the directories that are missing, and following links to where the merged layers
    // will have them. One open directory at a time, so that a deep path costs no more than its parts.
    private KernelDescriptor OpenImplied(ReadOnlySpan<byte> path)
    {
        var rest = new Stack<byte[]>();
        Push(rest, path);
        byte[] real = [];
        int links = 0;
        KernelDescriptor current = Enter(root, "."u8);
        while (rest.TryPop(out byte[]? name))
        {
            using KernelDescriptor parent = current;
            byte[] next = EntryPath.Join(real, name);
            byte[]? link = MakeOrFollow(parent, name, next);
            if (link is null)
            {
                current = Enter(parent, name);
                real = next;
                continue;
            }

            if (++links > MostLinks)
            {
                throw new ImageException(ImageErrorId.LayerInvalid, $"The path {Show(path)} leads through more than {MostLinks} symbolic links.");
            }

            Push(rest, EntryPath.Normalize(link.AsSpan().StartsWith("/"u8) ? link : EntryPath.Join(real, link)));
            current = Enter(root, "."u8);
            real = [];
        }

        return current;
    }

    // Returns what the name says where it is a link, here or in the layers below.
    private byte[]? MakeOrFollow(KernelDescriptor parent, byte[] name, byte[] path) => files.GetStatus(parent, name) switch
    {
        null => MakeImplied(parent, name, path),
        { Type: FileType.Directory } => null,
        { Type: FileType.SymbolicLink } => files.ReadSymbolicLink(parent, name),
        { } other when lower is not null && OverlayWhiteouts.IsWhiteout(other) => ReplaceWhiteout(parent, name),
        _ => throw NoDirectory(path),
    };

    private byte[]? MakeImplied(KernelDescriptor parent, byte[] name, byte[] path)
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

        Make(parent, name);
        if (layer is not null)
        {
            TreeCopier.CopyAttributes(files, layer, path, below, parent, name);
        }

        return null;
    }

    private byte[]? ReplaceWhiteout(KernelDescriptor parent, byte[] name)
    {
        files.Unlink(parent, name);
        Make(parent, name);
        OverlayWhiteouts.MakeOpaque(files, parent, name);
        return null;
    }

    private void Make(KernelDescriptor parent, byte[] name)
    {
        files.MakeDirectory(parent, name, ImpliedMode);
        files.SetMode(parent, name, ImpliedMode);
        files.SetOwner(parent, name, 0, 0);
    }

    private KernelDescriptor Enter(KernelDescriptor directory, KernelText name) =>
        files.Open(directory, name, FileOpenFlags.PathOnly | FileOpenFlags.Directory | FileOpenFlags.NoFollow);

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
