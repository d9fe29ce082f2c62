namespace Knast;

/// <summary>The streams that a container's log keeps apart.</summary>
public enum ContainerLogStream
{
    /// <summary>Standard output.</summary>
    Output = 1,

    /// <summary>Standard error.</summary>
    Error = 2,
}
