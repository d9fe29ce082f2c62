using Knast.Oci;

namespace Knast.PowerShell.Arguments;

/// <summary>An image reference as a person writes it.</summary>
internal static class ReferenceArgument
{
    /// <summary>Reads a reference.</summary>
    /// <exception cref="Runtime.KnastException"><c>ReferenceInvalid</c>: says what is wrong.</exception>
    public static ImageReference Parse(string text) => ImageReference.TryParse(text, out ImageReference? reference, out string? error)
        ? reference
        : throw ArgumentFault.Of("ReferenceInvalid", error, text);
}
