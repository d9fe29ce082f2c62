using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-BeTrue and -BeFalse: what a condition makes of a value.</summary>
internal sealed class TruthOperator(bool truth) : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion) => new(
        LanguagePrimitives.IsTrue(assertion.Actual) == truth,
        () => $"Expected {ValueFormatter.Format(truth)},{assertion.Reason} but got {assertion.ActualText}.",
        () => $"Expected {ValueFormatter.Format(!truth)},{assertion.Reason} but got {assertion.ActualText}.");
}
