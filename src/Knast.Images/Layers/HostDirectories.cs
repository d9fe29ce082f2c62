using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Directories of the kernel's machine.</summary>
internal static class HostDirectories
{
    /// <summary>Opens a directory, making it and those above it where they are missing.</summary>
    /// <param name="files">The calls.</param>
    /// <param name="path">An absolute path.</param>
    /// <param name="mode">Permission bits of what is made.</param>
    public static KernelDescriptor Open(FileCalls files, string path, uint mode)
    {
        try
        {
            return files.OpenHostDirectory(path);
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOENT)
        {
            Make(files, path, mode);
            return files.OpenHostDirectory(path);
        }
    }

    private static void Make(FileCalls files, string path, uint mode)
    {
        using KernelDescriptor parent = Open(files, Path.GetDirectoryName(path)!, mode);
        try
        {
            files.MakeDirectory(parent, Encoding.UTF8.GetBytes(Path.GetFileName(path)), mode);
        }
        catch (NativeException error) when (error.Code == ErrorCode.EEXIST)
        {
            // Somebody else was faster.
        }
    }
}
