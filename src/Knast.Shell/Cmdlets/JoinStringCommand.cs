using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Join-String: one string of all objects.</summary>
[Cmdlet(VerbsCommon.Join, "String")]
[OutputType(typeof(string))]
public sealed class JoinStringCommand : PSCmdlet
{
    private readonly List<string> _parts = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject[]? InputObject { get; set; }

    /// <summary>A property or script block whose value stands for each.</summary>
    [Parameter(Position = 0)]
    public object? Property { get; set; }

    /// <summary>Stands between them.</summary>
    [Parameter(Position = 1)]
    [AllowEmptyString]
    public string Separator { get; set; } = "";

    /// <summary>Comes first.</summary>
    [Parameter]
    [Alias("op")]
    public string OutputPrefix { get; set; } = "";

    /// <summary>Comes last.</summary>
    [Parameter]
    [Alias("os")]
    public string OutputSuffix { get; set; } = "";

    /// <summary>Each in single quotes.</summary>
    [Parameter]
    public SwitchParameter SingleQuote { get; set; }

    /// <summary>Each in double quotes.</summary>
    [Parameter]
    public SwitchParameter DoubleQuote { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        PropertyArgument? property = Property is null ? null : PropertyArgument.Parse(Property);
        string quote = SingleQuote ? "'" : DoubleQuote ? "\"" : "";
        foreach (PSObject item in InputObject ?? [])
        {
            object? value = property is null ? item : property.Value(item);
            _parts.Add(quote + LanguagePrimitives.ConvertTo<string>(value) + quote);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(OutputPrefix + string.Join(Separator, _parts) + OutputSuffix);
}
