using Knast.Images.Archives;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Images.Layers;

/// <summary>Sets extended attributes, leaving out what this system or file system cannot keep.</summary>
internal static class AttributeWriter
{
    /// <summary>Sets an attribute of a file by name.</summary>
    /// <returns>False where the file system, or the kind of file, has no such attributes.</returns>
    public static bool Set(FileCalls files, KernelDescriptor directory, KernelText name, ReadOnlySpan<byte> attribute, ReadOnlySpan<byte> value)
    {
        try
        {
            files.SetExtendedAttribute(directory, name, attribute, value);
            return true;
        }
        catch (NativeException error) when (IsUnsupported(error, attribute))
        {
            return false;
        }
    }

    /// <summary>Sets the attributes of an entry.</summary>
    /// <returns>How many were left out.</returns>
    public static int SetAll(FileCalls files, KernelDescriptor directory, ReadOnlySpan<byte> name, IReadOnlyList<ExtendedAttribute> attributes)
    {
        int skipped = 0;
        foreach (ExtendedAttribute attribute in attributes)
        {
            skipped += IsOfOverlay(attribute) || !Set(files, directory, name, attribute.Name, attribute.Value) ? 1 : 0;
        }

        return skipped;
    }

    /// <summary>Sets the attributes of an entry's open file.</summary>
    /// <returns>How many were left out.</returns>
    public static int SetAll(FileCalls files, KernelDescriptor file, IReadOnlyList<ExtendedAttribute> attributes)
    {
        int skipped = 0;
        foreach (ExtendedAttribute attribute in attributes)
        {
            skipped += IsOfOverlay(attribute) || !Set(files, file, attribute) ? 1 : 0;
        }

        return skipped;
    }

    private static bool Set(FileCalls files, KernelDescriptor file, ExtendedAttribute attribute)
    {
        try
        {
            files.SetExtendedAttribute(file, attribute.Name, attribute.Value);
            return true;
        }
        catch (NativeException error) when (IsUnsupported(error, attribute.Name))
        {
            return false;
        }
    }

    // These are overlayfs's own: a layer that set them could show files that are not in the image.
    private static bool IsOfOverlay(ExtendedAttribute attribute) =>
        attribute.Name.AsSpan().StartsWith("trusted.overlay."u8) || attribute.Name.AsSpan().StartsWith("user.overlay."u8);

    // Linux: user attributes are for regular files and directories only (xattr(7)), elsewhere EPERM.
    private static bool IsUnsupported(NativeException error, ReadOnlySpan<byte> attribute) =>
        error.Code == ErrorCode.EOPNOTSUPP || (error.Code == ErrorCode.EPERM && attribute.StartsWith("user."u8));
}
