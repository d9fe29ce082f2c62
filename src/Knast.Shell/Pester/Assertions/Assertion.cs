using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>One use of Should: the values, and words for messages.</summary>
/// <param name="Cmdlet">The cmdlet, by which scripts are run and paths resolved.</param>
/// <param name="Actual">The value under test; an array for operators that take collections.</param>
/// <param name="Expected">The operator's argument.</param>
/// <param name="Negate">Whether -Not was given.</param>
/// <param name="Reason">The text of -Because, ready to be put after a comma; else empty.</param>
internal sealed record Assertion(PSCmdlet Cmdlet, object? Actual, object? Expected, bool Negate, string Reason)
{
    public string ActualText => ValueFormatter.Format(Actual);

    public string ExpectedText => ValueFormatter.Format(Expected);

    public object? PlainActual => Plain(Actual);

    public object? PlainExpected => Plain(Expected);

    /// <summary>The value without its wrapper, unless that is all there is of it.</summary>
    public static object? Plain(object? value) => value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;

    public static string ReasonOf(string? because)
    {
        string text = because?.Trim() ?? "";
        if (text.StartsWith("because ", StringComparison.OrdinalIgnoreCase))
            text = text["because ".Length..];
        return text.Length == 0 ? "" : $" because {text},";
    }
}
