using System.Security.Cryptography;
using System.Text;
using Knast.Images.Layers;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Tests.Support;

/// <summary>Writes down all that matters of a tree, one line a file, so that two trees can be compared.</summary>
internal static class TreeListing
{
    /// <summary>The lines of a tree, its root included.</summary>
    public static string[] Of(FileCalls files, string path, bool withTimes = true)
    {
        using KernelDescriptor root = files.OpenHostDirectory(path);
        var inodes = new Dictionary<ulong, int>();
        var lines = new List<string> { Line(files, root, "."u8.ToArray(), files.GetStatus(root), inodes, withTimes) };
        foreach ((byte[] name, FileStatus status) in TreeWalk.Enumerate(files, root))
        {
            lines.Add(Line(files, root, name, status, inodes, withTimes));
        }

        return [.. lines];
    }

    private static string Line(FileCalls files, KernelDescriptor root, byte[] path, FileStatus status, Dictionary<ulong, int> inodes, bool withTimes)
    {
        var line = new StringBuilder();
        line.Append(Encoding.Latin1.GetString(path)).Append(' ').Append(status.Type).Append(' ').Append(Convert.ToString(status.Mode, 8))
            .Append(' ').Append(status.Owner).Append(':').Append(status.Group);
        if (withTimes)
        {
            line.Append(' ').Append(status.Modified.Seconds).Append('.').Append(status.Modified.Nanoseconds);
        }

        if (status.Type is FileType.CharacterDevice or FileType.BlockDevice)
        {
            line.Append(' ').Append(status.Device);
        }

        if (status.Type == FileType.SymbolicLink)
        {
            line.Append(" -> ").Append(Encoding.Latin1.GetString(files.ReadSymbolicLink(root, path)));
        }

        if (status.Type == FileType.Regular)
        {
            line.Append(' ').Append(status.Size).Append(' ').Append(Hash(files, root, path));
        }

        if (status is { IsDirectory: false, LinkCount: > 1 })
        {
            inodes.TryAdd(status.Inode, inodes.Count);
            line.Append(" inode#").Append(inodes[status.Inode]);
        }

        foreach (string attribute in files.ListExtendedAttributes(root, path).Select(Encoding.Latin1.GetString).Order(StringComparer.Ordinal))
        {
            byte[] value = files.GetExtendedAttribute(root, path, Encoding.Latin1.GetBytes(attribute))!;
            line.Append(' ').Append(attribute).Append('=').Append(Convert.ToHexString(value));
        }

        return line.ToString();
    }

    private static string Hash(FileCalls files, KernelDescriptor root, byte[] path)
    {
        using KernelDescriptor file = files.OpenInRoot(root, path, FileOpenFlags.ReadOnly);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[65536];
        int read;
        while ((read = files.Read(file, buffer)) > 0)
        {
            hash.AppendData(buffer, 0, read);
        }

        return Convert.ToHexString(hash.GetHashAndReset())[..16];
    }
}
