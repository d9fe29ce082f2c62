using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-Contain (the piped collection has the value) and -BeIn (the piped value is in the collection).</summary>
internal sealed class MembershipOperator(bool actualIsCollection) : IShouldOperator
{
    public bool TakesCollection => actualIsCollection;

    public Verdict Judge(Assertion assertion)
    {
        (object? collection, object? element) = actualIsCollection
            ? (assertion.Actual, assertion.Expected)
            : (assertion.Expected, assertion.Actual);
        string item = ValueFormatter.Format(element);
        string items = ValueFormatter.Format(collection);
        return new Verdict(
            Elements(collection).Any(e => LanguagePrimitives.Equals(Assertion.Plain(e), Assertion.Plain(element), ignoreCase: true)),
            () => $"Expected {item} to be found in collection {items},{assertion.Reason} but it was not found.",
            () => $"Expected {item} to not be found in collection {items},{assertion.Reason} but it was found.");
    }

    private static IEnumerable<object?> Elements(object? collection) =>
        LanguagePrimitives.GetEnumerable(collection)?.Cast<object?>() ?? [collection];
}
