using Knast.Native.Files;
using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Sets file flags where system and file system have some.</summary>
internal static class FileFlagWriter
{
    /// <summary>Sets the flags of a file; a link itself, not what it points to.</summary>
    public static void Set(FileCalls files, KernelDescriptor directory, KernelText name, FileFlags flags)
    {
        if (!files.HasFileFlags)
        {
            return;
        }

        try
        {
            files.SetFlags(directory, name, (uint)flags);
        }
        catch (NativeException error) when (error.Code == ErrorCode.EOPNOTSUPP)
        {
            // This file system has none.
        }
    }
}
