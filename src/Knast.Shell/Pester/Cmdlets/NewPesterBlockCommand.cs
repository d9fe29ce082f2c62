using System.Management.Automation;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>Describe and Context: a group of tests.</summary>
[Cmdlet(VerbsCommon.New, "PesterBlock")]
[Alias("Describe", "Context")]
public sealed class NewPesterBlockCommand : PSCmdlet
{
    /// <summary>Its name, with templates like &lt;name&gt;.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string Name { get; set; } = "";

    /// <summary>Its body, which is run to find what is in it.</summary>
    [Parameter(Position = 1, Mandatory = true)]
    public ScriptBlock Fixture { get; set; } = ScriptBlock.Create("");

    /// <summary>Words to choose it by.</summary>
    [Parameter]
    [Alias("Tags")]
    public string[] Tag { get; set; } = [];

    /// <summary>Once for each element.</summary>
    [Parameter]
    public object?[]? ForEach { get; set; }

    /// <summary>Nothing in it is run.</summary>
    [Parameter]
    public SwitchParameter Skip { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string command = MyInvocation.InvocationName;
        PesterSession session = PesterSession.RequireDiscovery(command);
        PesterBlock parent = session.Discovering!;
        foreach (TestData? data in CaseData.Of(MyInvocation, ForEach))
        {
            var block = new PesterBlock(parent, command, Name) { Tags = Tag, Skip = Skip, Data = data, Line = MyInvocation.ScriptLineNumber };
            Discovery.Add(session, block, Fixture);
        }
    }
}
