using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Goes through trees with one open directory at a time, so that depth costs no descriptors.</summary>
internal static class TreeWalk
{
    /// <summary>The names in a directory, in the order of their bytes.</summary>
    public static List<byte[]> Names(FileCalls files, KernelDescriptor directory)
    {
        var names = new List<byte[]>();
        using KernelDescriptor again = files.Open(directory, "."u8, FileOpenFlags.Directory);
        DirectoryReader reader = files.ReadDirectory(again);
        while (reader.MoveNext())
        {
            names.Add(reader.Name.ToArray());
        }

        names.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        return names;
    }

    /// <summary>Goes through a tree, a directory before what is in it, names in the order of their bytes.</summary>
    /// <param name="files">The calls.</param>
    /// <param name="root">The tree's root, which is not among the results.</param>
    /// <returns>Paths relative to the root, and what is there. Links are not followed.</returns>
    public static IEnumerable<(byte[] Path, FileStatus Status)> Enumerate(FileCalls files, KernelDescriptor root)
    {
        var rest = new Stack<byte[]>();
        PushAll(files, root, [], rest);
        while (rest.TryPop(out byte[]? path))
        {
            if (files.GetStatus(root, path) is not { } status)
            {
                continue;
            }

            yield return (path, status);
            if (status.IsDirectory)
            {
                PushAll(files, root, path, rest);
            }
        }
    }

    /// <summary>Bytes on the disk of a file or a tree. A file with several names counts once.</summary>
    public static long AllocatedBytes(FileCalls files, KernelDescriptor directory, byte[] name)
    {
        if (files.GetStatus(directory, name) is not { IsDirectory: true } status)
        {
            return files.GetStatus(directory, name)?.AllocatedBytes ?? 0;
        }

        using KernelDescriptor root = files.Open(directory, name, FileOpenFlags.Directory | FileOpenFlags.NoFollow);
        return status.AllocatedBytes + Enumerate(files, root).Sum(file => file.Status.AllocatedBytes / Math.Max(1, file.Status.IsDirectory ? 1 : file.Status.LinkCount));
    }

    private static void PushAll(FileCalls files, KernelDescriptor root, byte[] path, Stack<byte[]> rest)
    {
        using KernelDescriptor directory = files.OpenInRoot(
            root, path.Length == 0 ? "."u8 : path, FileOpenFlags.Directory | FileOpenFlags.NoLinks);
        List<byte[]> names = Names(files, directory);
        for (int index = names.Count - 1; index >= 0; index--)
        {
            rest.Push(EntryPath.Join(path, names[index]));
        }
    }
}
