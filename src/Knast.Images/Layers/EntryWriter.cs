using Knast.Images.Archives;
using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Makes the file that an entry describes. Of two entries with one name the later wins.</summary>
internal sealed class EntryWriter(LayerTree tree, TarArchiveReader archive, IWhiteoutHandler whiteouts, DeferredAttributes deferred)
{
    private const uint OwnerOnly = 0x180;
    private const uint OwnerOnlyDirectory = 0x1C0;
    private const FileOpenFlags NewFile =
        FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive | FileOpenFlags.NoFollow;

    /// <summary>Extended attributes that were left out, because they cannot be kept here.</summary>
    public int SkippedAttributes { get; private set; }

    /// <summary>Makes the file.</summary>
    /// <param name="path">Its normalised path; empty for the root.</param>
    /// <param name="entry">What it is.</param>
    public void Write(byte[] path, TarEntry entry)
    {
        deferred.Add(path, entry);
        if (path.Length == 0)
        {
            WriteRoot(entry);
            return;
        }

        KernelDescriptor directory = tree.Open(EntryPath.Parent(path));
        switch (entry.Type)
        {
            case TarEntryType.Regular: WriteFile(directory, path, entry); break;
            case TarEntryType.Directory: WriteDirectory(directory, path, entry); break;
            case TarEntryType.HardLink: WriteHardLink(path, entry); break;
            case TarEntryType.SymbolicLink: WriteSymbolicLink(directory, path, entry); break;
            default: WriteSpecial(directory, path, entry); break;
        }
    }

    private void WriteRoot(TarEntry entry)
    {
        if (entry.Type != TarEntryType.Directory)
        {
            throw new ImageException(ImageErrorId.LayerInvalid, $"The entry {entry} stands for the root, but is no directory.");
        }

        FileFlagWriter.Set(tree.Files, tree.Root, "."u8, FileFlags.None);
        tree.Files.SetOwner(tree.Root, entry.Owner, entry.Group);
        tree.Files.SetMode(tree.Root, entry.Mode);
        SkippedAttributes += AttributeWriter.SetAll(tree.Files, tree.Root, "."u8, entry.Attributes);
    }

    private void WriteFile(KernelDescriptor directory, byte[] path, TarEntry entry)
    {
        using KernelDescriptor file = CreateFile(ref directory, path);
        if (entry.Segments is null)
        {
            while (archive.ReadData() is { IsEmpty: false } data)
            {
                tree.Files.Write(file, data);
            }
        }
        else
        {
            WriteSegments(file, entry);
        }

        tree.Files.SetOwner(file, entry.Owner, entry.Group);
        tree.Files.SetMode(file, entry.Mode);
        SkippedAttributes += AttributeWriter.SetAll(tree.Files, file, entry.Attributes);
        tree.Files.SetTimes(file, entry.Accessed, entry.Modified);
    }

    private KernelDescriptor CreateFile(ref KernelDescriptor directory, byte[] path)
    {
        try
        {
            return tree.Files.Open(directory, EntryPath.Name(path), NewFile, OwnerOnly);
        }
        catch (NativeException error) when (error.Code == ErrorCode.EEXIST)
        {
            directory = Replace(path);
            return tree.Files.Open(directory, EntryPath.Name(path), NewFile, OwnerOnly);
        }
    }

    private void WriteSegments(KernelDescriptor file, TarEntry entry)
    {
        ReadOnlySpan<byte> data = [];
        foreach (SparseSegment segment in entry.Segments!)
        {
            for (long done = 0; done < segment.Length;)
            {
                data = data.IsEmpty ? archive.ReadData() : data;
                int count = (int)Math.Min(data.Length, segment.Length - done);
                tree.Files.WriteAt(file, data[..count], segment.Offset + done);
                data = data[count..];
                done += count;
            }
        }

        tree.Files.SetLength(file, entry.Size);
    }

    private void WriteDirectory(KernelDescriptor directory, byte[] path, TarEntry entry)
    {
        try
        {
            tree.Files.MakeDirectory(directory, EntryPath.Name(path), OwnerOnlyDirectory);
        }
        catch (NativeException error) when (error.Code == ErrorCode.EEXIST)
        {
            directory = MergeDirectory(directory, path);
        }

        SetAttributes(directory, path, entry);
    }

    private KernelDescriptor MergeDirectory(KernelDescriptor directory, byte[] path)
    {
        FileStatus existing = tree.Files.GetStatus(directory, EntryPath.Name(path))!.Value;
        if (existing.IsDirectory)
        {
            // A layer below may have forbidden the change that this layer is.
            FileFlagWriter.Set(tree.Files, directory, EntryPath.Name(path), FileFlags.None);
            return directory;
        }

        directory = Replace(path);
        tree.Files.MakeDirectory(directory, EntryPath.Name(path), OwnerOnlyDirectory);
        if (whiteouts.IsHidingDirectory(path, existing))
        {
            OverlayWhiteouts.MakeOpaque(tree.Files, directory, EntryPath.Name(path));
        }

        return directory;
    }

    private void WriteSymbolicLink(KernelDescriptor directory, byte[] path, TarEntry entry)
    {
        Make(ref directory, path, (where, name) => tree.Files.MakeSymbolicLink(where, name, entry.LinkName));
        ReadOnlySpan<byte> name = EntryPath.Name(path);
        tree.Files.SetOwner(directory, name, entry.Owner, entry.Group);
        SkippedAttributes += AttributeWriter.SetAll(tree.Files, directory, name, entry.Attributes);
        tree.Files.SetTimes(directory, name, entry.Accessed, entry.Modified);
    }

    private void WriteSpecial(KernelDescriptor directory, byte[] path, TarEntry entry)
    {
        Make(ref directory, path, (where, name) =>
        {
            if (entry.Type == TarEntryType.Fifo)
            {
                tree.Files.MakeFifo(where, name, OwnerOnly);
                return;
            }

            FileType type = entry.Type == TarEntryType.BlockDevice ? FileType.BlockDevice : FileType.CharacterDevice;
            tree.Files.MakeDevice(where, name, type, OwnerOnly, entry.Device);
        });
        SetAttributes(directory, path, entry);
        tree.Files.SetTimes(directory, EntryPath.Name(path), entry.Accessed, entry.Modified);
    }

    private void WriteHardLink(byte[] path, TarEntry entry)
    {
        byte[] target = EntryPath.Normalize(entry.LinkName);
        if (target.AsSpan().SequenceEqual(path))
        {
            return;
        }

        using KernelDescriptor? from = tree.TryOpen(EntryPath.Parent(target));
        FileStatus? status = from is null ? null : tree.Files.GetStatus(from, EntryPath.Name(target));
        KernelDescriptor directory = tree.Open(EntryPath.Parent(path));
        if (status is { IsDirectory: false } && !OverlayWhiteouts.IsWhiteout(status.Value))
        {
            Make(ref directory, path, (where, name) => tree.Files.Link(from!, EntryPath.Name(target), where, name));
        }
        else if (status is not null || !TryCopyFromBelow(directory, path, target))
        {
            throw new ImageException(
                ImageErrorId.LayerInvalid, $"The entry {entry} is a hard link to {LayerTree.Show(entry.LinkName)}, which is no file of the image.");
        }
    }

    // A link across layers cannot be had, so the file comes up, as overlayfs itself does it.
    private bool TryCopyFromBelow(KernelDescriptor directory, byte[] path, byte[] target)
    {
        if (tree.Lower?.Find(target, out FileStatus status) is not { } layer || status.Type != FileType.Regular)
        {
            return false;
        }

        using (KernelDescriptor source = tree.Files.OpenInRoot(layer, target, FileOpenFlags.ReadOnly | FileOpenFlags.NoLinks))
        using (KernelDescriptor file = CreateFile(ref directory, path))
        {
            FileContent.Copy(tree.Files, source, file, status.Size, CancellationToken.None);
        }

        TreeCopier.CopyAttributes(tree.Files, layer, target, status, directory, EntryPath.Name(path));
        return true;
    }

    private void SetAttributes(KernelDescriptor directory, byte[] path, TarEntry entry)
    {
        ReadOnlySpan<byte> name = EntryPath.Name(path);
        tree.Files.SetOwner(directory, name, entry.Owner, entry.Group);
        tree.Files.SetMode(directory, name, entry.Mode);
        SkippedAttributes += AttributeWriter.SetAll(tree.Files, directory, name, entry.Attributes);
    }

    private void Make(ref KernelDescriptor directory, byte[] path, Action<KernelDescriptor, byte[]> make)
    {
        byte[] name = EntryPath.Name(path).ToArray();
        try
        {
            make(directory, name);
        }
        catch (NativeException error) when (error.Code == ErrorCode.EEXIST)
        {
            directory = Replace(path);
            make(directory, name);
        }
    }

    private KernelDescriptor Replace(byte[] path)
    {
        tree.Remove(tree.Open(EntryPath.Parent(path)), EntryPath.Name(path));
        return tree.Open(EntryPath.Parent(path));
    }
}
