namespace Knast.Images.Layers;

/// <summary>Does what the whiteouts of a layer say (image-spec layer.md, "Whiteouts").</summary>
internal interface IWhiteoutHandler
{
    /// <summary>Hides a file of the layers below.</summary>
    /// <param name="path">The file that is gone.</param>
    void Hide(byte[] path);

    /// <summary>Hides all that the layers below have in a directory.</summary>
    /// <param name="path">The directory.</param>
    void HideContent(byte[] path);

    /// <summary>Takes note of an entry of this very layer, which no whiteout of the layer concerns.</summary>
    /// <param name="path">The entry.</param>
    void Keep(byte[] path);

    /// <summary>A directory is about to be made where something else is.</summary>
    /// <param name="path">The directory.</param>
    /// <param name="existing">What is there.</param>
    /// <returns>Whether the new directory must hide what is below it.</returns>
    bool IsHidingDirectory(byte[] path, Native.Files.FileStatus existing);
}
