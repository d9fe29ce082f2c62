using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-FileContentMatch and its kin: a line (or with Multiline the whole) of a file matches a regular expression.</summary>
internal sealed class FileContentOperator(bool caseSensitive, bool multiline) : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion)
    {
        string path = assertion.Cmdlet.SessionState.Path.GetUnresolvedProviderPathFromPSPath(LanguagePrimitives.ConvertTo<string>(assertion.Actual));
        var pattern = new Regex(LanguagePrimitives.ConvertTo<string>(assertion.Expected), caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
        return new Verdict(
            multiline ? pattern.IsMatch(File.ReadAllText(path)) : File.ReadLines(path).Any(pattern.IsMatch),
            () => $"Expected {assertion.ExpectedText} to be found in file '{path}',{assertion.Reason} but it was not found.",
            () => $"Expected {assertion.ExpectedText} to not be found in file '{path}',{assertion.Reason} but it was found.");
    }
}
