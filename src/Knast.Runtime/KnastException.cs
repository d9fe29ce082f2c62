namespace Knast.Runtime;

/// <summary>An operation failed; carries what a person needs to act.</summary>
public sealed class KnastException : Exception
{
    /// <summary>Says what failed.</summary>
    /// <param name="errorId">A stable name, such as <c>ContainerNotFound</c>.</param>
    /// <param name="kind">What kind of failure it is.</param>
    /// <param name="message">Names the thing, the value and what would be right.</param>
    /// <param name="target">What it happened to.</param>
    /// <param name="recommendedAction">The way out, where the message does not say it.</param>
    /// <param name="inner">The cause.</param>
    public KnastException(
        string errorId, KnastErrorKind kind, string message, object? target = null, string? recommendedAction = null, Exception? inner = null)
        : base(message, inner)
    {
        ErrorId = errorId;
        Kind = kind;
        Target = target;
        RecommendedAction = recommendedAction;
    }

    /// <summary>A stable name, such as <c>ContainerNotFound</c>.</summary>
    public string ErrorId { get; }

    /// <summary>What kind of failure it is.</summary>
    public KnastErrorKind Kind { get; }

    /// <summary>What it happened to.</summary>
    public object? Target { get; }

    /// <summary>The way out, where the message does not say it.</summary>
    public string? RecommendedAction { get; }
}
