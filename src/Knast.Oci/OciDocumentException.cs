namespace Knast.Oci;

/// <summary>A JSON document of an OCI specification cannot be read: it is no JSON, or a value has the wrong type.</summary>
public sealed class OciDocumentException : Exception
{
    internal OciDocumentException(string? source, string pointer, long line, long column, string sentence, Exception? inner = null)
        : base(Compose(source, pointer, line, column, sentence), inner)
    {
        Document = source;
        Pointer = pointer;
        Line = line;
        Column = column;
        Sentence = sentence;
    }

    /// <summary>The name that the reader of the document gave it, such as a path; null where it gave none.</summary>
    public string? Document { get; }

    /// <summary>The RFC 6901 JSON pointer of the value at fault; empty for the whole document.</summary>
    public string Pointer { get; }

    /// <summary>The line of the fault; the first line is 1.</summary>
    public long Line { get; }

    /// <summary>The byte of the line at which the fault begins; the first byte is 1.</summary>
    public long Column { get; }

    /// <summary>What is wrong, without the place.</summary>
    public string Sentence { get; }

    private static string Compose(string? source, string pointer, long line, long column, string sentence)
    {
        var place = pointer.Length == 0 ? $"line {line}, column {column}" : $"{pointer} (line {line}, column {column})";
        return source is null ? $"{place}: {sentence}" : $"{source}: {place}: {sentence}";
    }
}
