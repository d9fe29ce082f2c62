using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Measure-Object: counts objects, and sums up a property of theirs.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object")]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private readonly Dictionary<string, Measurement> _measurements = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>The properties to measure; the objects themselves where not given.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Adds up.</summary>
    [Parameter]
    public SwitchParameter Sum { get; set; }

    /// <summary>The arithmetic mean.</summary>
    [Parameter]
    public SwitchParameter Average { get; set; }

    /// <summary>The greatest.</summary>
    [Parameter]
    public SwitchParameter Maximum { get; set; }

    /// <summary>The least.</summary>
    [Parameter]
    public SwitchParameter Minimum { get; set; }

    /// <summary>All of them.</summary>
    [Parameter]
    public SwitchParameter AllStats { get; set; }

    private bool Numeric => Sum || Average || AllStats;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        if (Property is null)
        {
            Add("", InputObject);
            return;
        }

        foreach ((string name, object? value) in PropertyArgument.ParseAll(Property).SelectMany(p => p.Values(InputObject)))
        {
            if (value is not null)
                Add(name, value);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_measurements.Count == 0 && Property is null)
            _measurements.Add("", new Measurement());
        foreach ((string name, Measurement measurement) in _measurements)
        {
            WriteObject(Describe(name, measurement));
        }
    }

    private void Add(string name, object value)
    {
        if (!_measurements.TryGetValue(name, out Measurement? measurement))
            _measurements.Add(name, measurement = new Measurement());
        if (measurement.Add(value, Numeric))
            return;
        WriteError(new ErrorRecord(
            new PSInvalidCastException($"'{value}' is not a number, which -Sum and -Average want."), "NonNumericInputObject", ErrorCategory.InvalidType, value));
    }

    private PSObject Describe(string name, Measurement m)
    {
        var result = new PSObject();
        result.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.GenericMeasureInfo");
        void Note(string property, object? value) => result.Properties.Add(new PSNoteProperty(property, value));
        Note("Count", m.Count);
        Note("Average", Average || AllStats ? m.Average : null);
        Note("Sum", Numeric && (Sum || AllStats) ? m.Sum : null);
        Note("Maximum", Maximum || AllStats ? m.Maximum : null);
        Note("Minimum", Minimum || AllStats ? m.Minimum : null);
        Note("StandardDeviation", AllStats ? m.StandardDeviation : null);
        Note("Property", name.Length == 0 ? null : name);
        return result;
    }
}
