using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>How overlayfs says that something is gone (Documentation/filesystems/overlayfs.rst, "whiteouts and opaque directories").</summary>
internal static class OverlayWhiteouts
{
    private static ReadOnlySpan<byte> OpaqueAttribute => "trusted.overlay.opaque"u8;

    /// <summary>Whether a file is a whiteout: a character device 0/0.</summary>
    public static bool IsWhiteout(FileStatus status) =>
        status.Type == FileType.CharacterDevice && status.Device is { Major: 0, Minor: 0 };

    /// <summary>Whether a directory hides what is below it.</summary>
    public static bool IsOpaque(FileCalls files, KernelDescriptor directory, KernelText name) =>
        files.GetExtendedAttribute(directory, name, OpaqueAttribute) is [(byte)'y'];

    /// <summary>Makes a whiteout.</summary>
    public static void Make(FileCalls files, KernelDescriptor directory, KernelText name) =>
        files.MakeDevice(directory, name, FileType.CharacterDevice, 0, default);

    /// <summary>Makes a directory hide what is below it.</summary>
    public static void MakeOpaque(FileCalls files, KernelDescriptor directory, KernelText name) =>
        files.SetExtendedAttribute(directory, name, OpaqueAttribute, "y"u8);
}
