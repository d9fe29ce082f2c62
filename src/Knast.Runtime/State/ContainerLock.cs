using System.Diagnostics;

namespace Knast.Runtime.State;

/// <summary>
/// An flock(2) on a file in the container's directory, held while something is done to the container.
/// It ends with the process that holds it, so a container that is half-made and not locked was left by a crash.
/// </summary>
internal sealed class ContainerLock : IDisposable
{
    /// <summary>How the names of directories begin that are not a container's yet.</summary>
    public const string TemporaryPrefix = ".new-";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);

    private readonly FileStream _file;

    private ContainerLock(FileStream file)
    {
        _file = file;
    }

    /// <summary>Makes the directory of a container that is about to be created, with its lock, and holds it.</summary>
    /// <remarks>The directory appears under its name with the lock in it and held, so one without a lock is what a deletion left.</remarks>
    /// <returns>The lock, or null when there is a container of that id.</returns>
    public static ContainerLock? TryCreate(ContainerPaths paths)
    {
        string temporary = $"{ContainerPaths.ContainersRoot(paths.Options)}/{TemporaryPrefix}{paths.Id}-{Environment.ProcessId}-{Environment.CurrentManagedThreadId}";
        Directory.CreateDirectory(temporary, DirectoryModes.Private);
        var file = new FileStream(Path.Combine(temporary, Path.GetFileName(paths.Lock)), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1);
        try
        {
            Directory.Move(temporary, paths.Directory);
            return new ContainerLock(file);
        }
        catch (IOException)
        {
            file.Dispose();
            Directory.Delete(temporary, recursive: true);
            if (Directory.Exists(paths.Directory))
            {
                return null;
            }

            throw;
        }
    }

    /// <summary>Waits for the lock of a container.</summary>
    /// <param name="paths">The container.</param>
    /// <param name="timeout">How long to wait for another operation; zero for not at all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="KnastException"><c>ContainerNotFound</c>, or <c>ContainerBusy</c>: another operation took too long.</exception>
    public static ContainerLock Take(ContainerPaths paths, TimeSpan timeout, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryTake(paths, out bool isThere) is { } taken)
            {
                return taken;
            }

            if (!isThere)
            {
                throw new KnastException(
                    "ContainerNotFound", KnastErrorKind.NotFound, $"There is no container with the id {paths.Id}.", paths.Id);
            }

            if (Stopwatch.GetElapsedTime(start) >= timeout)
            {
                throw new KnastException(
                    "ContainerBusy", KnastErrorKind.InvalidState,
                    $"Another operation on the container {paths.Id} is under way.", paths.Id, "Try again when it has ended.");
            }

            cancellation.WaitHandle.WaitOne(Pause);
        }
    }

    /// <summary>Takes the lock if nobody holds it.</summary>
    /// <param name="paths">The container.</param>
    /// <param name="isThere">Whether there is a lock, held or not.</param>
    public static ContainerLock? TryTake(ContainerPaths paths, out bool isThere)
    {
        string path = paths.Lock;
        isThere = true;
        try
        {
            var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1);
            if (File.Exists(path))
            {
                return new ContainerLock(file);
            }

            // Whoever held it deleted the container.
            file.Dispose();
            isThere = false;
            return null;
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            isThere = false;
            return null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
