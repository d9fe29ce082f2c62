using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-Exist: something is at the path, as Test-Path sees it.</summary>
internal sealed class ExistOperator : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion) => new(
        assertion.Cmdlet.InvokeProvider.Item.Exists(LanguagePrimitives.ConvertTo<string>(assertion.Actual), force: true, literalPath: false),
        () => $"Expected path {assertion.ActualText} to exist,{assertion.Reason} but it did not exist.",
        () => $"Expected path {assertion.ActualText} to not exist,{assertion.Reason} but it did exist.");
}
