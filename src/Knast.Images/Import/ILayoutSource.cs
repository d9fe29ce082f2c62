namespace Knast.Images.Import;

/// <summary>Files of an image that is to be imported, in a directory or in an archive.</summary>
internal interface ILayoutSource : IDisposable
{
    /// <summary>What it is, for messages.</summary>
    string Name { get; }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path, with slashes.</param>
    /// <returns>Null where it is not there.</returns>
    Stream? TryOpen(string path);
}
