using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-BeGreaterThan, -BeLessThan, -BeGreaterOrEqual, -BeLessOrEqual.</summary>
/// <param name="words">How the relation is called.</param>
/// <param name="holds">Whether a comparison's sign is the relation.</param>
internal sealed class OrderOperator(string words, Func<int, bool> holds) : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion) => new(
        holds(LanguagePrimitives.Compare(assertion.PlainActual, assertion.PlainExpected, ignoreCase: true)),
        () => $"Expected the actual value to be {words} {assertion.ExpectedText},{assertion.Reason} but got {assertion.ActualText}.",
        () => $"Expected the actual value not to be {words} {assertion.ExpectedText},{assertion.Reason} but got {assertion.ActualText}.");
}
