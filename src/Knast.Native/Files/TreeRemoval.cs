using Knast.Native.Kernel;

namespace Knast.Native.Files;

/// <summary>
/// Removes a tree with a bounded number of descriptors: a directory that lies too deep is first renamed into the top of the tree, and
/// removed from there. So neither the depth nor the length of a path matters. File flags that forbid the removal are cleared.
/// </summary>
internal sealed class TreeRemoval
{
    private const int DeepestDescent = 32;

    private readonly FileCalls _files;
    private readonly KernelDescriptor _top;
    private long _hoisted;

    private TreeRemoval(FileCalls files, KernelDescriptor top)
    {
        _files = files;
        _top = top;
    }

    /// <summary>Removes a file or a tree.</summary>
    /// <param name="files">The calls.</param>
    /// <param name="directory">Where.</param>
    /// <param name="name">The name; it may be missing.</param>
    public static void Remove(FileCalls files, KernelDescriptor directory, KernelText name)
    {
        FileStatus? status = files.GetStatus(directory, name);
        if (status is null)
        {
            return;
        }

        if (!status.Value.IsDirectory)
        {
            Unlink(files, directory, name);
            return;
        }

        ClearFlags(files, directory, name);
        try
        {
            using (KernelDescriptor top = Open(files, directory, name))
            {
                new TreeRemoval(files, top).Empty(top, 1);
            }

            files.RemoveDirectory(directory, name);
        }
        catch (NativeException error) when (HasGone(error))
        {
        }
    }

    // Two removals of one tree may meet, so what has gone is no error; the other goes on with what is left.
    private static bool HasGone(NativeException error) => error.Code == ErrorCode.ENOENT;

    // Removing while reading may hide entries on some file systems, so a directory is read again until it gives none.
    private void Empty(KernelDescriptor directory, int depth)
    {
        bool found = true;
        while (found)
        {
            found = false;
            using KernelDescriptor again = Open(_files, directory, "."u8);
            DirectoryReader reader = _files.ReadDirectory(again);
            while (reader.MoveNext())
            {
                found = true;
                RemoveEntry(directory, reader.Name, reader.Type, depth);
            }
        }
    }

    private void RemoveEntry(KernelDescriptor directory, ReadOnlySpan<byte> name, FileType type, int depth)
    {
        bool isDirectory = type == FileType.Unknown
            ? _files.GetStatus(directory, name) is { IsDirectory: true }
            : type == FileType.Directory;
        if (!isDirectory)
        {
            Unlink(_files, directory, name);
        }
        else
        {
            ClearFlags(_files, directory, name);
            if (depth >= DeepestDescent)
            {
                Hoist(directory, name);
            }
            else
            {
                RemoveDirectory(directory, name, depth);
            }
        }
    }

    private void RemoveDirectory(KernelDescriptor directory, ReadOnlySpan<byte> name, int depth)
    {
        try
        {
            using (KernelDescriptor child = Open(_files, directory, name))
            {
                Empty(child, depth + 1);
            }

            _files.RemoveDirectory(directory, name);
        }
        catch (NativeException error) when (HasGone(error))
        {
        }
    }

    private void Hoist(KernelDescriptor directory, ReadOnlySpan<byte> name)
    {
        string hoisted;
        do
        {
            hoisted = $".hoisted-{_hoisted++}";
        }
        while (_files.GetStatus(_top, hoisted) is not null);

        _files.Rename(directory, name, _top, hoisted);
    }

    private static KernelDescriptor Open(FileCalls files, KernelDescriptor directory, KernelText name) =>
        files.Open(directory, name, FileOpenFlags.ReadOnly | FileOpenFlags.Directory | FileOpenFlags.NoFollow);

    private static void Unlink(FileCalls files, KernelDescriptor directory, KernelText name)
    {
        try
        {
            files.Unlink(directory, name);
        }
        catch (NativeException error) when (HasGone(error))
        {
        }
        catch (NativeException error) when (error.Code == ErrorCode.EPERM && files.HasFileFlags)
        {
            ClearFlags(files, directory, name);
            files.Unlink(directory, name);
        }
    }

    // Flags such as FreeBSD's schg forbid removing a file, and in a directory the files in it.
    private static void ClearFlags(FileCalls files, KernelDescriptor directory, KernelText name)
    {
        if (!files.HasFileFlags)
        {
            return;
        }

        try
        {
            files.SetFlags(directory, name, 0);
        }
        catch (NativeException error) when (HasGone(error) || error.Code == ErrorCode.EOPNOTSUPP)
        {
            // EOPNOTSUPP: the file system has no flags.
        }
    }
}
