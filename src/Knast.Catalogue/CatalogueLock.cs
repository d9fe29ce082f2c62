namespace Knast.Catalogue;

/// <summary>The lock of a catalogue: flock(2), which .NET takes on a file that it opens for itself alone. It excludes other processes and other threads.</summary>
internal static class CatalogueLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Waits for the lock; nobody holds it for longer than a transaction takes.</summary>
    public static IDisposable Take(CatalogueFiles files)
    {
        Directory.CreateDirectory(files.Directory);
        FileStream? taken;
        while ((taken = TryOpen(files.Lock)) is null)
            Thread.Sleep(Pause);
        return taken;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    // EWOULDBLOCK: 11 on Linux, 35 on FreeBSD.
    private static bool IsHeld(IOException exception) => exception.HResult is 11 or 35;
}
