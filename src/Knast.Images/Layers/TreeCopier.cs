using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Copies what a file is, beside its content, from one tree to another.</summary>
internal static class TreeCopier
{
    private static ReadOnlySpan<byte> OverlayPrefix => "trusted.overlay."u8;

    /// <summary>Gives a file the owner, mode, attributes and times of another. Neither path may have a link among its directories.</summary>
    public static void CopyAttributes(
        FileCalls files, KernelDescriptor from, KernelText fromPath, FileStatus status, KernelDescriptor to, KernelText toPath)
    {
        files.SetOwner(to, toPath, status.Owner, status.Group);
        if (status.Type != FileType.SymbolicLink)
        {
            files.SetMode(to, toPath, status.Mode);
        }

        foreach (byte[] attribute in files.ListExtendedAttributes(from, fromPath))
        {
            if (!attribute.AsSpan().StartsWith(OverlayPrefix)
                && files.GetExtendedAttribute(from, fromPath, attribute) is { } value)
            {
                AttributeWriter.Set(files, to, toPath, attribute, value);
            }
        }

        files.SetTimes(to, toPath, null, status.Modified);
    }
}
