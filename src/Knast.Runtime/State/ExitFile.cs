using Knast.Native.Programs;
using Knast.Runtime.Hosts;

namespace Knast.Runtime.State;

/// <summary>The file in which a monitor left how the first process ended.</summary>
internal static class ExitFile
{
    /// <summary>Reads it; null where it is not there (yet).</summary>
    /// <exception cref="KnastException"><c>StateDamaged</c>.</exception>
    public static ExitRecord? Read(KernelFiles files, string path)
    {
        try
        {
            return files.TryReadBytes(path) is { } content ? ExitRecord.Read(content) : null;
        }
        catch (InvalidDataException error)
        {
            throw new KnastException("StateDamaged", KnastErrorKind.InvalidData, $"The file {path}: {error.Message}", path, inner: error);
        }
    }
}
