using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Push-Location: remembers where the session is, and goes elsewhere.</summary>
[Cmdlet(VerbsCommon.Push, "Location")]
public sealed class PushLocationCommand : PSCmdlet
{
    /// <summary>The place to go to.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LiteralPath")]
    public string? Path { get; set; }

    /// <summary>The stack; the default one where not given.</summary>
    [Parameter]
    public string StackName { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(StackName);
        if (Path is not null)
            SessionState.Path.SetLocation(Path);
    }
}
