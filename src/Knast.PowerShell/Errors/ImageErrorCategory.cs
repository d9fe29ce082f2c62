using System.Management.Automation;
using Knast.Images;

namespace Knast.PowerShell.Errors;

/// <summary>What goes wrong with images, in the shell's categories, with the way out where there is one.</summary>
internal static class ImageErrorCategory
{
    public static ErrorCategory Of(ImageErrorId id) => id switch
    {
        ImageErrorId.ImageNotFound or ImageErrorId.PlatformNotFound or ImageErrorId.BlobMissing => ErrorCategory.ObjectNotFound,
        ImageErrorId.ImageAmbiguous or ImageErrorId.ReferenceInvalid => ErrorCategory.InvalidArgument,
        ImageErrorId.ImageInUse => ErrorCategory.ResourceBusy,
        ImageErrorId.RegistryUnauthorized => ErrorCategory.AuthenticationError,
        ImageErrorId.RegistryUnavailable => ErrorCategory.ConnectionError,
        ImageErrorId.RegistryRefused => ErrorCategory.ProtocolError,
        ImageErrorId.LayerUnsupported => ErrorCategory.NotImplemented,
        ImageErrorId.LayerTooLarge => ErrorCategory.LimitsExceeded,
        ImageErrorId.DependencyMissing => ErrorCategory.NotInstalled,
        _ => ErrorCategory.InvalidData,
    };

    public static string? Advice(ImageErrorId id) => id switch
    {
        ImageErrorId.ImageNotFound => "Get-KnastImage lists the images of the store; Save-KnastImage pulls one.",
        ImageErrorId.ImageInUse => "Remove the containers first (Get-KnastContainer -Image), or give -Force.",
        ImageErrorId.RegistryUnavailable => "See that the registry's name is right and that it can be reached from here, then try again.",
        ImageErrorId.DigestMismatch or ImageErrorId.SizeMismatch or ImageErrorId.BlobMissing => "Pull or import the image anew.",
        ImageErrorId.DependencyMissing => "Install the whole module folder, with its folder 'dependencies'.",
        _ => null,
    };
}
