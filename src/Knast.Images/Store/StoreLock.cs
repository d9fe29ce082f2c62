namespace Knast.Images.Store;

/// <summary>Takes locks that hold between processes and between threads: flock(2) on a file of its own, which .NET takes when it opens one so.</summary>
internal static class StoreLock
{
    private const int LinuxEwouldblock = 11;
    private const int FreeBsdEwouldblock = 35;
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Takes a lock that nobody else has, waiting for it.</summary>
    /// <param name="path">The lock's file.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IDisposable> ExclusiveAsync(string path, CancellationToken cancellation)
    {
        IDisposable? taken;
        while ((taken = Try(path, isShared: false)) is null)
        {
            await Task.Delay(s_pause, cancellation).ConfigureAwait(false);
        }

        return taken;
    }

    /// <summary>Takes a lock together with others who take it so, waiting until nobody has it alone.</summary>
    /// <param name="path">The lock's file.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    public static async Task<IDisposable> SharedAsync(string path, CancellationToken cancellation)
    {
        IDisposable? taken;
        while ((taken = Try(path, isShared: true)) is null)
        {
            await Task.Delay(s_pause, cancellation).ConfigureAwait(false);
        }

        return taken;
    }

    /// <summary>Takes a lock that is held shortly by everybody, waiting for it.</summary>
    /// <param name="path">The lock's file.</param>
    public static IDisposable Exclusive(string path)
    {
        IDisposable? taken;
        while ((taken = Try(path, isShared: false)) is null)
        {
            Thread.Sleep(s_pause);
        }

        return taken;
    }

    /// <summary>Takes a lock if it is free.</summary>
    /// <param name="path">The lock's file.</param>
    /// <param name="isShared">Whether others may take it so, too.</param>
    /// <returns>Null where somebody else has it.</returns>
    public static IDisposable? Try(string path, bool isShared)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, isShared ? FileShare.ReadWrite : FileShare.None, bufferSize: 0);
        }
        catch (IOException error) when (error.HResult is LinuxEwouldblock or FreeBsdEwouldblock)
        {
            return null;
        }
    }
}
