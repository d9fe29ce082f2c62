using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Copies one tree into another, which is empty and nobody else's.</summary>
internal sealed class TreeCopy(FileCalls files, KernelDescriptor from, KernelDescriptor to)
{
    private const uint OwnerOnly = 0x180;
    private const uint OwnerOnlyDirectory = 0x1C0;
    private const FileOpenFlags NewFile =
        FileOpenFlags.WriteOnly | FileOpenFlags.Create | FileOpenFlags.Exclusive | FileOpenFlags.NoFollow;

    private readonly Dictionary<(DeviceNumber, ulong), byte[]> _links = [];
    private readonly Stack<(byte[] Path, FileTime Modified)> _directories = new();

    /// <summary>Copies.</summary>
    public void Run(CancellationToken cancellation)
    {
        FileStatus root = files.GetStatus(from);
        foreach ((byte[] path, FileStatus status) in TreeWalk.Enumerate(files, from))
        {
            cancellation.ThrowIfCancellationRequested();
            CopyFile(path, status, cancellation);
        }

        TreeCopier.CopyAttributes(files, from, "."u8, root, to, "."u8);
        while (_directories.TryPop(out (byte[] Path, FileTime Modified) directory))
        {
            files.SetTimes(to, directory.Path, null, directory.Modified);
        }
    }

    private void CopyFile(byte[] path, FileStatus status, CancellationToken cancellation)
    {
        if (status is { IsDirectory: false, LinkCount: > 1 } && !_links.TryAdd((status.FileSystem, status.Inode), path))
        {
            files.Link(to, _links[(status.FileSystem, status.Inode)], to, path);
            return;
        }

        switch (status.Type)
        {
            case FileType.Regular:
                CopyContent(path, status, cancellation);
                break;
            case FileType.Directory:
                files.MakeDirectory(to, path, OwnerOnlyDirectory);
                _directories.Push((path, status.Modified));
                break;
            case FileType.SymbolicLink:
                files.MakeSymbolicLink(to, path, files.ReadSymbolicLink(from, path));
                break;
            case FileType.Fifo:
                files.MakeFifo(to, path, OwnerOnly);
                break;
            case FileType.CharacterDevice or FileType.BlockDevice:
                files.MakeDevice(to, path, status.Type, OwnerOnly, status.Device);
                break;
            default:
                // A socket is nothing without the process behind it.
                return;
        }

        TreeCopier.CopyAttributes(files, from, path, status, to, path);
    }

    private void CopyContent(byte[] path, FileStatus status, CancellationToken cancellation)
    {
        using KernelDescriptor source = files.OpenInRoot(from, path, FileOpenFlags.ReadOnly | FileOpenFlags.NoLinks | FileOpenFlags.NonBlocking);
        using KernelDescriptor target = files.Open(to, path, NewFile, OwnerOnly);
        FileContent.Copy(files, source, target, status.Size, cancellation);
    }
}
