using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Removes what whiteouts hide, but nothing that this very layer brought, whatever the order of its entries.</summary>
internal sealed class FlatWhiteoutHandler(LayerTree tree) : IWhiteoutHandler
{
    private readonly HashSet<byte[]> _kept = new(ByteSequenceComparer.Instance);

    /// <inheritdoc/>
    public void Hide(byte[] path)
    {
        if (_kept.Contains(path))
        {
            HideContent(path);
            return;
        }

        using KernelDescriptor? directory = tree.TryOpen(EntryPath.Parent(path));
        if (directory is not null)
        {
            tree.Remove(directory, EntryPath.Name(path));
        }
    }

    /// <inheritdoc/>
    public void HideContent(byte[] path)
    {
        var directories = new Stack<byte[]>([path]);
        while (directories.TryPop(out byte[]? next))
        {
            using KernelDescriptor? directory = tree.TryOpen(next, forReading: true);
            if (directory is not null)
            {
                RemoveUnkept(next, directory, directories);
            }
        }
    }

    /// <inheritdoc/>
    public void Keep(byte[] path)
    {
        while (path.Length > 0 && _kept.Add(path))
        {
            path = EntryPath.Parent(path).ToArray();
        }
    }

    /// <inheritdoc/>
    public bool IsHidingDirectory(byte[] path, FileStatus existing) => false;

    private void RemoveUnkept(byte[] path, KernelDescriptor directory, Stack<byte[]> directories)
    {
        var unkept = new List<byte[]>();
        DirectoryReader reader = tree.Files.ReadDirectory(directory);
        while (reader.MoveNext())
        {
            byte[] child = EntryPath.Join(path, reader.Name);
            if (!_kept.Contains(child))
            {
                unkept.Add(reader.Name.ToArray());
            }
            else if (reader.Type is FileType.Directory or FileType.Unknown)
            {
                directories.Push(child);
            }
        }

        foreach (byte[] name in unkept)
        {
            tree.Remove(directory, name);
        }
    }
}
