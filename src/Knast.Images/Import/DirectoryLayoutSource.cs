namespace Knast.Images.Import;

/// <summary>An image layout that is a directory.</summary>
internal sealed class DirectoryLayoutSource(string directory) : ILayoutSource
{
    /// <inheritdoc/>
    public string Name => directory;

    /// <inheritdoc/>
    public Stream? TryOpen(string path)
    {
        string file = Path.Combine(directory, path);
        return File.Exists(file) ? new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0) : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
