using System.Collections;
using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-BeNullOrEmpty: nothing, an empty string, an empty collection or an empty dictionary.</summary>
internal sealed class NullOrEmptyOperator : IShouldOperator
{
    public bool TakesCollection => true;

    public Verdict Judge(Assertion assertion) => new(
        IsNullOrEmpty(assertion.Actual),
        () => $"Expected $null or empty,{assertion.Reason} but got {Shown(assertion.Actual)}.",
        () => $"Expected a value,{assertion.Reason} but got $null or empty.");

    private static bool IsNullOrEmpty(object? value) => value switch
    {
        null => true,
        object?[] { Length: 0 } => true,
        object?[] { Length: 1 } single => Assertion.Plain(single[0]) is IDictionary table
            ? table.Count == 0
            : string.IsNullOrEmpty(LanguagePrimitives.ConvertTo<string>(single[0])),
        _ => false,
    };

    private static string Shown(object? value) => ValueFormatter.Format(value is object?[] { Length: 1 } single ? single[0] : value);
}
