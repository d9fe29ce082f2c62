using System.Management.Automation;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>The cases that <c>-ForEach</c> makes.</summary>
internal static class CaseData
{
    /// <summary>One without data where there is no <c>-ForEach</c>; an empty one is an error, as it would hide that nothing is tested.</summary>
    public static IEnumerable<TestData?> Of(InvocationInfo invocation, object?[]? elements)
    {
        if (!invocation.BoundParameters.ContainsKey("ForEach"))
            return [null];
        return elements is { Length: > 0 }
            ? elements.Select(e => new TestData(e))
            : throw TestFailure.Misuse($"-ForEach of {invocation.InvocationName} is null or empty: nothing would be tested.");
    }
}
