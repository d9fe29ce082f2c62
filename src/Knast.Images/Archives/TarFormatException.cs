namespace Knast.Images.Archives;

/// <summary>Bytes are no tar file, or end within one.</summary>
internal sealed class TarFormatException(string message, bool isTruncated = false) : Exception(message)
{
    /// <summary>Whether the bytes end too early, rather than being wrong.</summary>
    public bool IsTruncated { get; } = isTruncated;
}
