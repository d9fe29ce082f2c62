namespace Knast.Oci;

/// <summary>One breach of a specification in a document, as data.</summary>
/// <param name="Pointer">Where: an RFC 6901 JSON pointer into the document, such as <c>/process/args</c>; empty for the whole
/// document.</param>
/// <param name="Message">What is wrong, with the value found and what would be right, as one sentence.</param>
/// <param name="Rule">The section of the specification that says so, such as <c>runtime-spec config.md#process</c>.</param>
public sealed record Violation(string Pointer, string Message, string Rule)
{
    /// <summary>The pointer and the message on one line.</summary>
    public override string ToString() => Pointer.Length == 0 ? Message : $"{Pointer}: {Message}";
}
