using System.Text;
using System.Text.Json;

namespace Knast.Oci.Json;

/// <summary>Finds the JSON pointer of a byte of a document, by reading the document again; only faults need it.</summary>
internal static class JsonLocation
{
    /// <summary>The pointer of the token that ends at or after the offset, and the offset at which that token begins.</summary>
    public static (string Pointer, long Start) Locate(ReadOnlySpan<byte> utf8, long offset)
    {
        var path = new Stack<Step>();
        var reader = new Utf8JsonReader(utf8, JsonScan.ReaderOptions);
        try
        {
            while (reader.Read())
            {
                Enter(path, ref reader);
                if (reader.BytesConsumed >= offset)
                    return (PointerOf(path), reader.TokenStartIndex);
                Leave(path, reader.TokenType);
            }
        }
        catch (JsonException)
        {
            // The text is malformed from here on: the place reached is the place of the fault.
        }

        return (PointerOf(path), Math.Min(offset, utf8.Length));
    }

    /// <summary>The token that ends at or after the offset, in words.</summary>
    public static string DescribeTokenAt(ReadOnlySpan<byte> utf8, long offset)
    {
        var reader = new Utf8JsonReader(utf8, JsonScan.ReaderOptions);
        while (reader.Read())
        {
            if (reader.BytesConsumed >= offset)
                break;
        }

        return JsonFault.Describe(ref reader);
    }

    private static void Enter(Stack<Step> path, ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.PropertyName)
        {
            if (path.TryPop(out var container))
                path.Push(container with { Name = NameOf(ref reader) });
        }
        else if (reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray) && path.TryPeek(out var top) && top.IsArray)
        {
            path.Push(path.Pop() with { Index = top.Index + 1 });
        }

        if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            path.Pop();
    }

    private static void Leave(Stack<Step> path, JsonTokenType token)
    {
        if (token is JsonTokenType.StartObject or JsonTokenType.StartArray)
            path.Push(new Step(token == JsonTokenType.StartArray, null, -1));
    }

    // A name that is no valid text is the fault itself; its raw form still tells the place.
    private static string NameOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private static string PointerOf(Stack<Step> path)
    {
        var pointer = new StringBuilder();
        foreach (var step in path.Reverse())
        {
            if (step.IsArray && step.Index >= 0)
                pointer.Append('/').Append(step.Index);
            else if (!step.IsArray && step.Name is not null)
                JsonPointer.Append(pointer, step.Name);
        }

        return pointer.ToString();
    }

    private readonly record struct Step(bool IsArray, string? Name, int Index);
}
