namespace Knast.Images;

/// <summary>Something is wrong with an image. The message names the thing, the value, and what would be right.</summary>
public sealed class ImageException : Exception
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="errorId">What, as a stable name.</param>
    /// <param name="message">What, for people.</param>
    /// <param name="inner">What it came from.</param>
    public ImageException(ImageErrorId errorId, string message, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
    }

    /// <summary>What is wrong, as a stable name.</summary>
    public ImageErrorId ErrorId { get; }

    /// <summary>What it is about, such as a reference or a digest; null where there is no one thing.</summary>
    public string? Subject { get; init; }
}
