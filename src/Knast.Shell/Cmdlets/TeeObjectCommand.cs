using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Tee-Object: keeps what goes through the pipeline, in a variable or a file.</summary>
[Cmdlet("Tee", "Object", DefaultParameterSetName = "File")]
public sealed class TeeObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The file, written as Out-File does.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "File")]
    [Alias("Path", "LiteralPath")]
    public string? FilePath { get; set; }

    /// <summary>Keeps what the file has.</summary>
    [Parameter(ParameterSetName = "File")]
    public SwitchParameter Append { get; set; }

    /// <summary>The variable.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Variable")]
    public string? Variable { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        _items.Add(InputObject);
        WriteObject(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Variable is not null)
            SessionState.PSVariable.Set(Variable, _items.Count == 1 ? _items[0] : _items.ToArray());
        else
            InvokeCommand.InvokeScript("param($i, $f, $a) $i | Out-File -FilePath $f -Append:$a", _items.ToArray(), FilePath, Append);
    }
}
