namespace Knast;

/// <summary>One line that a container wrote.</summary>
/// <param name="Timestamp">When the line's first byte was read.</param>
/// <param name="Stream">Where it was written to.</param>
/// <param name="Text">The line without its end; UTF-8, with replacement characters for what is not.</param>
public sealed record ContainerLogLine(DateTimeOffset Timestamp, ContainerLogStream Stream, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => Text;
}
