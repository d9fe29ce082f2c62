using System.Collections;
using System.Management.Automation;
using Microsoft.PowerShell.Commands;

namespace Knast.Shell.Cmdlets;

/// <summary>One element of a -Property parameter: a name, a pattern, a script block, or a hashtable with Name, Expression and the like.</summary>
internal sealed class PropertyArgument
{
    private readonly PSPropertyExpression _expression;

    private PropertyArgument(string? name, PSPropertyExpression expression, bool? descending)
    {
        Name = name;
        _expression = expression;
        Descending = descending;
    }

    /// <summary>The name that a hashtable gives; null where it is the property's own.</summary>
    public string? Name { get; }

    /// <summary>The order that a hashtable asks for.</summary>
    public bool? Descending { get; }

    public static PropertyArgument[] ParseAll(object[]? arguments) => arguments is null ? [] : [.. arguments.Select(Parse)];

    public static PropertyArgument Parse(object argument)
    {
        object plain = argument is PSObject wrapped ? wrapped.BaseObject : argument;
        return plain switch
        {
            ScriptBlock block => new PropertyArgument(null, new PSPropertyExpression(block), null),
            IDictionary table => FromTable(table),
            _ => new PropertyArgument(null, new PSPropertyExpression(plain.ToString()), null),
        };
    }

    /// <summary>The first value, or null where the property is missing or its script fails.</summary>
    public object? Value(PSObject target)
    {
        List<PSPropertyExpressionResult> results = _expression.GetValues(target);
        return results.Count > 0 && results[0].Exception is null ? results[0].Result : null;
    }

    public bool Exists(PSObject target) => _expression.Script is not null || _expression.ResolveNames(target).Count > 0;

    /// <summary>Names with values; a pattern gives several, a missing property one that is null.</summary>
    public IEnumerable<(string Name, object? Value)> Values(PSObject target)
    {
        List<PSPropertyExpression> names = _expression.ResolveNames(target);
        if (names.Count == 0)
        {
            if (!_expression.HasWildCardCharacters)
                yield return (Name ?? _expression.ToString(), null);
            yield break;
        }

        foreach (PSPropertyExpression resolved in names)
        {
            List<PSPropertyExpressionResult> results = resolved.GetValues(target);
            object? value = results.Count > 0 && results[0].Exception is null ? results[0].Result : null;
            yield return (Name ?? resolved.ToString(), value);
        }
    }

    private static PropertyArgument FromTable(IDictionary table)
    {
        string? name = null;
        PSPropertyExpression? expression = null;
        bool? descending = null;
        foreach (DictionaryEntry entry in table)
        {
            object? value = entry.Value is PSObject wrapped ? wrapped.BaseObject : entry.Value;
            string key = entry.Key.ToString()!.ToUpperInvariant();
            if (key is "N" or "NAME" or "L" or "LABEL")
                name = value?.ToString();
            else if (key.Length > 0 && "EXPRESSION".StartsWith(key, StringComparison.Ordinal))
                expression = value is ScriptBlock block ? new PSPropertyExpression(block) : new PSPropertyExpression(value?.ToString());
            else if (key.Length > 0 && "DESCENDING".StartsWith(key, StringComparison.Ordinal))
                descending = LanguagePrimitives.IsTrue(value);
            else if (key.Length > 0 && "ASCENDING".StartsWith(key, StringComparison.Ordinal))
                descending = !LanguagePrimitives.IsTrue(value);
            else
                throw new PSArgumentException($"The key '{entry.Key}' of a property hashtable is none of Name, Label, Expression, Descending, Ascending.");
        }

        return new PropertyArgument(
            name,
            expression ?? throw new PSArgumentException("A property hashtable wants an Expression: a property's name or a script block."),
            descending);
    }
}
