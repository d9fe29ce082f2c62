using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Compare-Object: which objects two collections do not share.</summary>
[Cmdlet(VerbsData.Compare, "Object")]
public sealed class CompareObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _difference = [];

    /// <summary>The collection to compare with.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = [];

    /// <summary>The collection to compare.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = [];

    /// <summary>The properties that count; the objects themselves where not given.</summary>
    [Parameter]
    public object[]? Property { get; set; }

    /// <summary>What both have, too.</summary>
    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    /// <summary>Only what both have.</summary>
    [Parameter]
    public SwitchParameter ExcludeDifferent { get; set; }

    /// <summary>Case makes a difference.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>The objects themselves, with a note SideIndicator.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _difference.AddRange(DifferenceObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PropertyArgument[] properties = PropertyArgument.ParseAll(Property);
        var onlyReference = ReferenceObject.ToList();
        var onlyDifference = new List<PSObject>();
        foreach (PSObject item in _difference)
        {
            int match = onlyReference.FindIndex(other => Same(other, item, properties));
            if (match < 0)
            {
                onlyDifference.Add(item);
                continue;
            }

            if (IncludeEqual || ExcludeDifferent)
                Write(onlyReference[match], "==", properties);
            onlyReference.RemoveAt(match);
        }

        if (ExcludeDifferent)
            return;
        onlyDifference.ForEach(item => Write(item, "=>", properties));
        onlyReference.ForEach(item => Write(item, "<=", properties));
    }

    private bool Same(PSObject a, PSObject b, PropertyArgument[] properties)
    {
        var comparer = new ValueComparer(CaseSensitive);
        return properties.Length == 0
            ? comparer.Compare(a, b) == 0
            : properties.All(p => comparer.Compare(p.Value(a), p.Value(b)) == 0);
    }

    private void Write(PSObject item, string side, PropertyArgument[] properties)
    {
        PSObject result = PassThru ? item : new PSObject();
        if (!PassThru)
        {
            IEnumerable<(string Name, object? Value)> values = properties.Length == 0 ? [("InputObject", item)] : properties.SelectMany(p => p.Values(item));
            foreach ((string name, object? value) in values)
            {
                result.Properties.Add(new PSNoteProperty(name, value));
            }
        }

        if (result.Properties["SideIndicator"] is not null)
            result.Properties.Remove("SideIndicator");
        result.Properties.Add(new PSNoteProperty("SideIndicator", side));
        WriteObject(result);
    }
}
