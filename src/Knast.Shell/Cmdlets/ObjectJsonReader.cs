using System.Collections.Specialized;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Knast.Shell.Cmdlets;

/// <summary>Turns JSON into objects by the rules of pwsh's ConvertFrom-Json: numbers by size, timestamps as DateTime.</summary>
internal static partial class ObjectJsonReader
{
    public static object? Read(JsonElement element, bool asHashtable) => element.ValueKind switch
    {
        JsonValueKind.Object when asHashtable => Table(element),
        JsonValueKind.Object => Custom(element),
        JsonValueKind.Array => element.EnumerateArray().Select(item => Read(item, asHashtable)).ToArray(),
        JsonValueKind.String => Text(element.GetString()!),
        JsonValueKind.Number => Number(element),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    private static PSObject Custom(JsonElement element)
    {
        var result = new PSObject();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            if (property.Name.Length == 0)
                throw new JsonException("a property's name is empty, which only -AsHashtable can hold.");
            if (result.Properties[property.Name] is { } present)
            {
                if (present.Name != property.Name)
                    throw new JsonException($"the keys '{present.Name}' and '{property.Name}' differ in case only, which only -AsHashtable can hold.");
                present.Value = Read(property.Value, asHashtable: false);
                continue;
            }

            result.Properties.Add(new PSNoteProperty(property.Name, Read(property.Value, asHashtable: false)));
        }

        return result;
    }

    private static OrderedDictionary Table(JsonElement element)
    {
        var result = new OrderedDictionary();
        foreach (JsonProperty property in element.EnumerateObject())
        {
            result[property.Name] = Read(property.Value, asHashtable: true);
        }

        return result;
    }

    private static object Number(JsonElement element)
    {
        string text = element.GetRawText();
        if (text.AsSpan().IndexOfAny('.', 'e', 'E') >= 0)
            return element.GetDouble();
        if (element.TryGetInt64(out long number))
            return number;
        return BigInteger.Parse(text, CultureInfo.InvariantCulture);
    }

    private static object Text(string text) =>
        Timestamp().IsMatch(text) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time) ? time : text;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?(Z|[+-]\d\d:\d\d)?$")]
    private static partial Regex Timestamp();
}
