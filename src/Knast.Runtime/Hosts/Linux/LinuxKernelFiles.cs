using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>Small files of procfs, sysfs and cgroupfs, read and written whole through the seam.</summary>
internal sealed class LinuxKernelFiles
{
    private const int LargestFile = 1 << 22;

    private readonly FileCalls _files;
    private readonly KernelDescriptor _root;

    public LinuxKernelFiles(IKernel kernel)
    {
        _files = FileCalls.For(kernel);
        _root = _files.OpenHostDirectory("/");
    }

    /// <summary>The calls themselves.</summary>
    public FileCalls Calls => _files;

    /// <summary>Reads a file; null when it is not there.</summary>
    public string? TryRead(string path)
    {
        try
        {
            using KernelDescriptor file = _files.Open(_root, path, FileOpenFlags.ReadOnly);
            return ReadWhole(file, path);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENOENT or ErrorCode.ENOTDIR or ErrorCode.ESRCH)
        {
            return null;
        }
    }

    /// <summary>Writes to a file that is there.</summary>
    public void Write(string path, string text)
    {
        using KernelDescriptor file = _files.Open(_root, path, FileOpenFlags.WriteOnly);
        _files.Write(file, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Makes a directory; that it is there already is no error.</summary>
    public void EnsureDirectory(string path)
    {
        if (!TryMakeDirectory(path))
        {
            throw new NativeException(KernelSystem.Linux, ErrorCodes.ToErrno(KernelSystem.Linux, ErrorCode.ENOENT), "mkdirat", path);
        }
    }

    /// <summary>Makes a directory; that it is there already is no error.</summary>
    /// <returns>False where its parent is missing.</returns>
    public bool TryMakeDirectory(string path)
    {
        try
        {
            _files.MakeDirectory(_root, path, 0x1ED);
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
            _files.RemoveDirectory(_root, path);
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

    /// <summary>The paths of the directories in a directory; none where it is not there.</summary>
    public IReadOnlyList<string> Subdirectories(string path)
    {
        var found = new List<string>();
        try
        {
            using KernelDescriptor directory = _files.Open(_root, path, FileOpenFlags.ReadOnly | FileOpenFlags.Directory);
            DirectoryReader reader = _files.ReadDirectory(directory);
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

    /// <summary>What a path of the host is; null where nothing is there.</summary>
    public FileStatus? Status(string path) => _files.GetStatus(_root, path);

    private string ReadWhole(KernelDescriptor file, string path)
    {
        using var whole = new MemoryStream();
        Span<byte> buffer = stackalloc byte[4096];
        int count;
        while ((count = _files.Read(file, buffer)) > 0)
        {
            whole.Write(buffer[..count]);
            if (whole.Length > LargestFile)
            {
                throw new KnastException("KernelFileTooLarge", KnastErrorKind.InvalidData, $"{path} is larger than {LargestFile} bytes.", path);
            }
        }

        return Encoding.UTF8.GetString(whole.GetBuffer(), 0, (int)whole.Length);
    }
}
