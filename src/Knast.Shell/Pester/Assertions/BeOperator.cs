using System.Collections;
using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-Be and -BeExactly: equality as of -eq and -ceq, element by element.</summary>
internal sealed class BeOperator(bool caseSensitive) : IShouldOperator
{
    public bool TakesCollection => true;

    public Verdict Judge(Assertion assertion)
    {
        string exactly = caseSensitive ? "exactly " : "";
        return new Verdict(
            Equal(assertion.Actual, assertion.Expected),
            () => Describe(assertion, exactly),
            () => $"Expected {assertion.ExpectedText} to be different from the actual value,{assertion.Reason} but got {exactly}the same value.");
    }

    private bool Equal(object? actual, object? expected)
    {
        object?[] left = Elements(actual);
        object?[] right = Elements(expected);
        bool leftEmpty = left is [] or [null];
        bool rightEmpty = right is [] or [null];
        if (leftEmpty || rightEmpty)
            return leftEmpty && rightEmpty;
        return left.Length == right.Length && left.Zip(right).All(pair => Same(pair.First, pair.Second));
    }

    private bool Same(object? actual, object? expected) =>
        Assertion.Plain(actual) is Array || Assertion.Plain(expected) is Array
            ? Equal(actual, expected)
            : LanguagePrimitives.Equals(Assertion.Plain(expected), Assertion.Plain(actual), ignoreCase: !caseSensitive);

    // What the language's @( ) makes of a value.
    private static object?[] Elements(object? value) => Assertion.Plain(value) switch
    {
        null => [null],
        string or IDictionary => [value],
        IEnumerable items => [.. items.Cast<object?>()],
        _ => [value],
    };

    private string Describe(Assertion assertion, string exactly)
    {
        object?[] actual = Elements(assertion.Actual);
        object?[] expected = Elements(assertion.Expected);
        if (actual.Length == 1 && expected.Length == 1)
        {
            return Assertion.Plain(actual[0]) is string a && Assertion.Plain(expected[0]) is string e
                ? StringDifference.Describe(e, a, caseSensitive, assertion.Reason)
                : $"Expected {exactly}{ValueFormatter.Format(expected[0])},{assertion.Reason} but got {ValueFormatter.Format(actual[0])}.";
        }

        if (actual.Length != expected.Length)
        {
            return $"Expected {exactly}{assertion.ExpectedText} with length {expected.Length},{assertion.Reason} "
                + $"but got {assertion.ActualText} with length {actual.Length}.";
        }

        int index = Enumerable.Range(0, actual.Length).First(i => !Same(actual[i], expected[i]));
        return $"Expected collections to be {exactly}the same,{assertion.Reason} but they differ at index {index}.\n"
            + $"Expected: {assertion.ExpectedText}\nBut was:  {assertion.ActualText}";
    }
}
