using System.Management.Automation;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>It: a test.</summary>
[Cmdlet(VerbsCommon.New, "PesterTest")]
[Alias("It")]
public sealed class NewPesterTestCommand : PSCmdlet
{
    /// <summary>Its name, with templates like &lt;name&gt;.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string Name { get; set; } = "";

    /// <summary>Its body, run in the second phase.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public ScriptBlock Test { get; set; } = ScriptBlock.Create("");

    /// <summary>Once for each element.</summary>
    [Parameter]
    [Alias("TestCases")]
    public object?[]? ForEach { get; set; }

    /// <summary>Words to choose it by.</summary>
    [Parameter]
    public string[] Tag { get; set; } = [];

    /// <summary>It is not run.</summary>
    [Parameter]
    public SwitchParameter Skip { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PesterBlock block = PesterSession.RequireBlock(MyInvocation.InvocationName);
        foreach (TestData? data in CaseData.Of(MyInvocation, ForEach))
        {
            block.Items.Add(new PesterTest(block, Name, Test) { Tags = Tag, Skip = Skip, Data = data, Line = MyInvocation.ScriptLineNumber });
        }
    }
}
