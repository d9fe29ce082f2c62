namespace Knast.Images.Archives;

/// <summary>A tar file exceeds a limit.</summary>
internal sealed class TarLimitException(string message) : Exception(message);
