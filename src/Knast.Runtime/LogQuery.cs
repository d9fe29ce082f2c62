namespace Knast.Runtime;

/// <summary>Which lines of a container's log.</summary>
public sealed record LogQuery
{
    /// <summary>The last so many lines; null for all.</summary>
    public int? Tail { get; init; }

    /// <summary>Lines from then on.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Of this stream only.</summary>
    public ContainerLogStream? Stream { get; init; }

    /// <summary>Goes on as lines come, until the container ends.</summary>
    public bool Follow { get; init; }
}
