using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Unique: drops objects that equal the one before.</summary>
[Cmdlet(VerbsCommon.Get, "Unique")]
public sealed class GetUniqueCommand : PSCmdlet
{
    private PSObject? _last;

    /// <summary>The objects, in order.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Case makes no difference.</summary>
    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null || (_last is not null && LanguagePrimitives.Equals(_last, InputObject, CaseInsensitive)))
            return;
        _last = InputObject;
        WriteObject(InputObject);
    }
}
