using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Knast.PowerShell.Arguments;

/// <summary>Reads names with values from what a person writes: hashtables, and texts <c>NAME=value</c>.</summary>
internal static class NameValuePairs
{
    /// <summary>Reads them.</summary>
    /// <param name="input">A dictionary, a text, or a list of both.</param>
    /// <param name="bareValue">The value of a text without <c>=</c>; null where that is an error.</param>
    /// <exception cref="ArgumentTransformationMetadataException">Says which one is wrong, and how.</exception>
    public static Dictionary<string, string> Read(object? input, string? bareValue = null)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        AddAll(pairs, input, bareValue);
        return pairs;
    }

    private static void AddAll(Dictionary<string, string> pairs, object? input, string? bareValue)
    {
        switch (input)
        {
            case null or "":
                break;
            case PSObject wrapped:
                AddAll(pairs, wrapped.BaseObject, bareValue);
                break;
            case string text:
                AddText(pairs, text, bareValue);
                break;
            case IDictionary dictionary:
                foreach (DictionaryEntry entry in dictionary)
                    Add(pairs, Text(entry.Key), Text(entry.Value));
                break;
            case IEnumerable list:
                foreach (object? item in list)
                    AddAll(pairs, item, bareValue);
                break;
            default:
                throw new ArgumentTransformationMetadataException(
                    $"{input} ({input.GetType().Name}) is neither a hashtable nor a text NAME=value.");
        }
    }

    private static void AddText(Dictionary<string, string> pairs, string text, string? bareValue)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 && bareValue is null)
            throw new ArgumentTransformationMetadataException($"\"{text}\" has no '='; give NAME=value or a hashtable.");
        Add(pairs, equals < 0 ? text : text[..equals], equals < 0 ? bareValue! : text[(equals + 1)..]);
    }

    private static void Add(Dictionary<string, string> pairs, string name, string value)
    {
        if (name.Length == 0)
            throw new ArgumentTransformationMetadataException($"\"={value}\" has no name; give NAME=value or a hashtable.");
        if (name.Contains('=', StringComparison.Ordinal) || name.Contains('\0', StringComparison.Ordinal) || value.Contains('\0', StringComparison.Ordinal))
            throw new ArgumentTransformationMetadataException($"The name \"{name.Replace('\0', '?')}\" or its value has a character that is not allowed: '=' in a name, or NUL.");
        pairs[name] = value;
    }

    private static string Text(object? value) => Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? "";
}
