using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-HaveCount: how many values were piped, or are in -ActualValue.</summary>
internal sealed class CountOperator : IShouldOperator
{
    public bool TakesCollection => true;

    public Verdict Judge(Assertion assertion)
    {
        int expected = LanguagePrimitives.ConvertTo<int>(assertion.Expected);
        if (expected < 0)
            throw new PSArgumentException($"The size {expected} that -HaveCount was given is less than 0.");
        int count = assertion.Actual is object?[] items ? items.Length : 0;
        return new Verdict(
            count == expected,
            () => $"Expected a collection with size {expected},{assertion.Reason} but got {Got(assertion, count)}.",
            () => $"Expected a collection with size different from {expected},{assertion.Reason} but got {Got(assertion, count)}.");
    }

    private static string Got(Assertion assertion, int count) => count == 0 ? "an empty collection" : $"collection with size {count} {assertion.ActualText}";
}
