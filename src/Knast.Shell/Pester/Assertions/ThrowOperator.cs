using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-Throw: a script block ends with an error like the one described.</summary>
/// <param name="message">A wildcard pattern for its message, or null.</param>
/// <param name="errorId">A wildcard pattern for its FullyQualifiedErrorId, or null.</param>
/// <param name="exceptionType">The type of its exception, or null.</param>
internal sealed class ThrowOperator(string? message, string? errorId, Type? exceptionType) : IShouldOperator
{
    // In the language, so that $_ is what a catch block sees; the loop keeps a stray break inside.
    private static readonly ScriptBlock Try = ScriptBlock.Create("try { do { $null = & $args[0] } until ($true) } catch { , $_ }");

    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion)
    {
        if (assertion.PlainActual is not ScriptBlock block)
            throw new PSArgumentException("Should -Throw wants a script block: { … } | Should -Throw.");
        var caught = assertion.Cmdlet.InvokeCommand.InvokeScript(useLocalScope: true, Try, input: null, block);
        ErrorRecord? error = caught.Count > 0 ? caught[0].BaseObject as ErrorRecord : null;
        List<string> differences = error is null ? ["no exception was thrown"] : Differences(error);
        return new Verdict(
            assertion.Negate ? error is not null : differences.Count == 0,
            () => $"Expected an exception{Wanted()} to be thrown,{assertion.Reason} but {string.Join(" and ", differences)}.{Position(error)}",
            () => $"Expected no exception to be thrown,{assertion.Reason} but an exception \"{error!.Exception.Message}\" was thrown.{Position(error)}")
        {
            Data = error,
        };
    }

    private List<string> Differences(ErrorRecord error)
    {
        var result = new List<string>();
        if (exceptionType is not null && !exceptionType.IsInstanceOfType(error.Exception))
            result.Add($"the exception type was {ValueFormatter.Format(error.Exception.GetType())}");
        if (!string.IsNullOrWhiteSpace(message) && !Like(error.Exception.Message, message))
            result.Add($"the message was {ValueFormatter.Format(error.Exception.Message)}");
        if (!string.IsNullOrWhiteSpace(errorId) && !Like(error.FullyQualifiedErrorId, errorId))
            result.Add($"the FullyQualifiedErrorId was {ValueFormatter.Format(error.FullyQualifiedErrorId)}");
        return result;
    }

    private string Wanted()
    {
        var parts = new List<string>();
        if (exceptionType is not null)
            parts.Add($"type {ValueFormatter.Format(exceptionType)}");
        if (!string.IsNullOrWhiteSpace(message))
            parts.Add($"message like {ValueFormatter.Format(message)}");
        if (!string.IsNullOrWhiteSpace(errorId))
            parts.Add($"FullyQualifiedErrorId {ValueFormatter.Format(errorId)}");
        return parts.Count == 0 ? "" : " with " + string.Join(" and ", parts);
    }

    private static bool Like(string text, string pattern) => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text);

    private static string Position(ErrorRecord? error) =>
        error?.InvocationInfo?.PositionMessage is { Length: > 0 } position ? "\n" + position : "";
}
