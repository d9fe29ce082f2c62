using System.Management.Automation;

namespace Knast.PowerShell.Completion;

/// <summary>Turns names into completions, within a time that a person does not notice, and with nothing rather than an error.</summary>
internal static class BoundedCompletion
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    /// <summary>The names that begin with the word, quoted where the shell needs it; none when the source fails or takes too long.</summary>
    public static IEnumerable<CompletionResult> Of(string? word, Func<IEnumerable<(string Name, string Tip)>> source)
    {
        string beginning = (word ?? "").Trim('\'', '"');
        Task<(string Name, string Tip)[]> names =
            Task.Run(() => source().Where(entry => entry.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)).ToArray());
        Task.WaitAny([names], Patience);
        return names.IsCompletedSuccessfully
            ? names.Result.Select(entry => new CompletionResult(Quote(entry.Name), entry.Name, CompletionResultType.ParameterValue, entry.Tip))
            : [];
    }

    private static string Quote(string name) =>
        name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or ':' or '+') ? name : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";
}
