using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>ConvertTo-Json: objects as JSON text.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
[OutputType(typeof(string))]
public sealed class ConvertToJsonCommand : PSCmdlet
{
    private readonly List<object?> _items = [];

    /// <summary>The objects; several make an array.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>Levels of nested objects; what lies deeper becomes its string.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    /// <summary>On one line.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>An array even of one object.</summary>
    [Parameter]
    public SwitchParameter AsArray { get; set; }

    /// <summary>Enumeration values by name instead of number.</summary>
    [Parameter]
    public SwitchParameter EnumsAsStrings { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _items.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_items.Count == 0)
            return;
        object? value = _items.Count > 1 || AsArray ? _items : _items[0];
        var writer = new ObjectJsonWriter(Depth, Compress, EnumsAsStrings);
        WriteObject(writer.Write(value));
        if (writer.Truncated)
            WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
    }
}
