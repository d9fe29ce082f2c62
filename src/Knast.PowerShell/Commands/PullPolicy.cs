namespace Knast.PowerShell;

/// <summary>When an image is pulled before it is used.</summary>
public enum PullPolicy
{
    /// <summary>When the store does not have it.</summary>
    Missing,

    /// <summary>Each time, so that a tag that moved is followed.</summary>
    Always,

    /// <summary>Never: what the store does not have is an error.</summary>
    Never,
}
