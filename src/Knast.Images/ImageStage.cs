namespace Knast;

/// <summary>What is being done with an image.</summary>
public enum ImageStage
{
    /// <summary>Finding out what the reference means.</summary>
    Resolving,

    /// <summary>Downloading a layer.</summary>
    Downloading,

    /// <summary>Reading what is to be imported.</summary>
    Importing,

    /// <summary>Checking digests.</summary>
    Verifying,

    /// <summary>Unpacking a layer.</summary>
    Unpacking,

    /// <summary>The layer, or with no layer the image, is there.</summary>
    Complete,
}
