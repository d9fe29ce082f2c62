using Knast.Native.Programs;

namespace Knast.Runtime.State;

/// <summary>The file in which a monitor left how the first process ended.</summary>
internal static class ExitFile
{
    /// <summary>Reads it; null where it is not there (yet).</summary>
    /// <exception cref="KnastException"><c>StateDamaged</c>.</exception>
    public static ExitRecord? Read(string path)
    {
        try
        {
            return ExitRecord.Read(File.ReadAllBytes(path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (InvalidDataException error)
        {
            throw new KnastException("StateDamaged", KnastErrorKind.InvalidData, $"The file {path}: {error.Message}", path, inner: error);
        }
    }
}
