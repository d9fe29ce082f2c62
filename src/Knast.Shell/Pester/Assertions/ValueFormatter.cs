using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Knast.Shell.Engine;

namespace Knast.Shell.Pester.Assertions;

/// <summary>Values in messages, written much as one would write them in the language.</summary>
internal static class ValueFormatter
{
    private const int MostElements = 10;

    public static string Format(object? value)
    {
        object? plain = value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
        return plain switch
        {
            null => "$null",
            bool flag => flag ? "$true" : "$false",
            "" => "<empty>",
            string text => $"'{text}'",
            DateTime time => time.ToString("o", CultureInfo.InvariantCulture),
            Type type => $"[{LanguagePrimitives.ConvertTo<string>(type)}]",
            ScriptBlock block => $"{{{block}}}",
            IDictionary table => $"@{{{string.Join("; ", table.Entries().Select(e => $"{e.Key}={Format(e.Value)}"))}}}",
            IEnumerable items when plain is not PSObject => Collection([.. items.Cast<object?>()]),
            _ => LanguagePrimitives.ConvertTo<string>(value),
        };
    }

    private static string Collection(object?[] items)
    {
        string shown = string.Join(", ", items.Take(MostElements).Select(Format));
        return items.Length > MostElements ? $"@({shown}, ...{items.Length - MostElements} more)" : $"@({shown})";
    }
}
