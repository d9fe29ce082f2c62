using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-BeLike and -BeLikeExactly (wildcards), -Match and -MatchExactly (regular expressions).</summary>
internal sealed class PatternOperator(bool wildcard, bool caseSensitive) : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion)
    {
        string kind = wildcard ? "like wildcard" : "regular expression";
        return new Verdict(
            IsMatch(assertion),
            () => $"Expected {kind} {assertion.ExpectedText} to match {assertion.ActualText},{assertion.Reason} but it did not match.",
            () => $"Expected {kind} {assertion.ExpectedText} to not match {assertion.ActualText},{assertion.Reason} but it did match.");
    }

    private bool IsMatch(Assertion assertion)
    {
        string text = LanguagePrimitives.ConvertTo<string>(assertion.Actual) ?? "";
        string pattern = LanguagePrimitives.ConvertTo<string>(assertion.Expected) ?? "";
        return wildcard
            ? WildcardPattern.Get(pattern, caseSensitive ? WildcardOptions.None : WildcardOptions.IgnoreCase).IsMatch(text)
            : Regex.IsMatch(text, pattern, caseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
    }
}
