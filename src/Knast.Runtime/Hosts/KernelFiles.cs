using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts;

/// <summary>Files that the kernel under the containers must see, by absolute paths of its machine, through the seam.</summary>
internal sealed class KernelFiles
{
    private const int LargestFile = 1 << 22;

    private readonly KernelDescriptor _root;

    public KernelFiles(IKernel kernel)
    {
        Calls = FileCalls.For(kernel);
        _root = Calls.OpenHostDirectory("/");
    }

    /// <summary>The calls themselves.</summary>
    public FileCalls Calls { get; }

    /// <summary>Reads a file; null when it is not there.</summary>
    public string? TryRead(string path) => TryReadBytes(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    /// <summary>Reads a file; null when it is not there.</summary>
    public byte[]? TryReadBytes(string path)
    {
        try
        {
            using KernelDescriptor file = Calls.Open(_root, path, FileOpenFlags.ReadOnly);
            return ReadWhole(file, path);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR or ErrorCode.ESRCH)
        {
            return null;
        }
    }

    /// <summary>Opens a file.</summary>
    public KernelDescriptor Open(string path, FileOpenFlags flags) => Calls.Open(_root, path, flags);

    /// <summary>Reads a small file of a container, resolved inside its root; empty when there is none, or it is no regular file.</summary>
    public string ReadInRoot(KernelDescriptor rootfs, string path)
    {
        const int largest = 1 << 20;
        try
        {
            using KernelDescriptor file = Calls.OpenInRoot(rootfs, path, FileOpenFlags.ReadOnly | FileOpenFlags.NonBlocking);
            if (Calls.GetStatus(file).Type != FileType.Regular)
            {
                return "";
            }

            byte[] bytes = new byte[largest];
            int length = 0;
            int count;
            while (length < largest && (count = Calls.Read(file, bytes.AsSpan(length))) > 0)
            {
                length += count;
            }

            return Encoding.UTF8.GetString(bytes, 0, length);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR or ErrorCode.ELOOP or ErrorCode.EXDEV)
        {
            return "";
        }
    }

    /// <summary>Opens a file for reading; null when it is not there.</summary>
    public KernelDescriptor? TryOpen(string path)
    {
        try
        {
            return Calls.Open(_root, path, FileOpenFlags.ReadOnly);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR)
        {
            return null;
        }
    }

    /// <summary>Opens a file for writing; null when it is not there.</summary>
    public KernelDescriptor? TryOpenForWriting(string path)
    {
        try
        {
            return Calls.Open(_root, path, FileOpenFlags.WriteOnly);
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
            return null;
        }
    }

    /// <summary>Writes to a file that is there.</summary>
    public void Write(string path, string text)
    {
        using KernelDescriptor file = Calls.Open(_root, path, FileOpenFlags.WriteOnly);
        Calls.Write(file, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>What a path is, a link itself; null where nothing is there.</summary>
    public FileStatus? Status(string path)
    {
        try
        {
            return Calls.GetStatus(_root, path);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR)
        {
            return null;
        }
    }

    /// <summary>Whether a path is a directory, or leads to one.</summary>
    public bool IsDirectory(string path)
    {
        using KernelDescriptor? opened = TryOpenPath(path);
        return opened is not null && Calls.GetStatus(opened).IsDirectory;
    }

    /// <summary>Makes a directory and what is missing above it, and gives it its mode whatever our umask says.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="mode">Permission bits of the directory itself; what is made above it is open to its owner only.</param>
    public void EnsureDirectory(string path, uint mode)
    {
        EnsureTree(path);
        Calls.SetMode(_root, path, mode);
    }

    /// <summary>Makes a directory; that it is there already is no error.</summary>
    /// <returns>False where its parent is missing.</returns>
    public bool TryMakeDirectory(string path, uint mode)
    {
        try
        {
            Calls.MakeDirectory(_root, path, mode);
            return true;
        }
        catch (NativeException error) when (error.Code is ErrorCode.EEXIST or ErrorCode.ENOENT)
        {
            return error.Code == ErrorCode.EEXIST;
        }
    }

    /// <summary>Removes an empty directory.</summary>
    /// <returns>Whether it is gone.</returns>
    public bool TryRemoveDirectory(string path)
    {
        try
        {
            Calls.RemoveDirectory(_root, path);
            return true;
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
            return true;
        }
        catch (NativeException error) when (error.Code is ErrorCode.EBUSY or ErrorCode.ENOTEMPTY)
        {
            return false;
        }
    }

    /// <summary>Removes a file; nothing there is no error.</summary>
    public void Remove(string path)
    {
        try
        {
            Calls.Unlink(_root, path);
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
        }
    }

    /// <summary>Removes a tree, never following a link; nothing there is no error.</summary>
    public void RemoveTree(string path)
    {
        try
        {
            using KernelDescriptor parent = Calls.OpenHostDirectory(Path.GetDirectoryName(path)!);
            Calls.RemoveTree(parent, Path.GetFileName(path));
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
        }
    }

    /// <summary>Makes a FIFO for root.</summary>
    public void MakeFifo(string path) => Calls.MakeFifo(_root, path, 0x180);

    /// <summary>The paths of the directories in a directory; none where it is not there.</summary>
    public IReadOnlyList<string> Subdirectories(string path)
    {
        var found = new List<string>();
        try
        {
            using KernelDescriptor directory = Calls.Open(_root, path, FileOpenFlags.ReadOnly | FileOpenFlags.Directory);
            DirectoryReader reader = Calls.ReadDirectory(directory);
            while (reader.MoveNext())
            {
                if (reader.Type == FileType.Directory)
                {
                    found.Add($"{path}/{Encoding.UTF8.GetString(reader.Name)}");
                }
            }
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT)
        {
        }

        return found;
    }

    private KernelDescriptor? TryOpenPath(string path)
    {
        try
        {
            return Calls.Open(_root, path, FileOpenFlags.PathOnly);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR)
        {
            return null;
        }
    }

    private void EnsureTree(string path)
    {
        if (TryMakeDirectory(path, 0x1C0))
        {
            return;
        }

        EnsureTree(Path.GetDirectoryName(path)!);
        Calls.MakeDirectory(_root, path, 0x1C0);
    }

    private byte[] ReadWhole(KernelDescriptor file, string path)
    {
        using var whole = new MemoryStream();
        Span<byte> buffer = stackalloc byte[4096];
        int count;
        while ((count = Calls.Read(file, buffer)) > 0)
        {
            whole.Write(buffer[..count]);
            if (whole.Length > LargestFile)
            {
                throw new KnastException("KernelFileTooLarge", KnastErrorKind.InvalidData, $"{path} is larger than {LargestFile} bytes.", path);
            }
        }

        return whole.ToArray();
    }
}
