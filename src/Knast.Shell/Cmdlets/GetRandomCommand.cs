using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Random: a number, or some of the objects. Not for secrets.</summary>
[Cmdlet(VerbsCommon.Get, "Random", DefaultParameterSetName = "Number")]
public sealed class GetRandomCommand : PSCmdlet
{
    private static Random _random = Random.Shared;
    private readonly List<object> _items = [];

    /// <summary>More than the greatest number; as pwsh, an exclusive bound.</summary>
    [Parameter(Position = 0, ParameterSetName = "Number")]
    public object? Maximum { get; set; }

    /// <summary>The least number.</summary>
    [Parameter(ParameterSetName = "Number")]
    public object? Minimum { get; set; }

    /// <summary>The objects to choose from.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Items", ValueFromPipeline = true)]
    public object[]? InputObject { get; set; }

    /// <summary>How many.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Count { get; set; } = 1;

    /// <summary>All, in another order.</summary>
    [Parameter(ParameterSetName = "Items")]
    public SwitchParameter Shuffle { get; set; }

    /// <summary>Makes what follows repeatable.</summary>
    [Parameter]
    public int? SetSeed { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (SetSeed is { } seed)
            _random = new Random(seed);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _items.AddRange(InputObject ?? []);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (InputObject is not null)
        {
            object[] items = [.. _items];
            _random.Shuffle(items);
            WriteObject(Shuffle ? items : items.Take(Count), enumerateCollection: true);
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            WriteNumber();
        }
    }

    private void WriteNumber()
    {
        object least = Minimum is PSObject m ? m.BaseObject : Minimum ?? 0;
        object bound = Maximum is PSObject x ? x.BaseObject : Maximum ?? int.MaxValue;
        if (least is double or float || bound is double or float)
        {
            double low = LanguagePrimitives.ConvertTo<double>(least);
            WriteObject(low + (_random.NextDouble() * (LanguagePrimitives.ConvertTo<double>(bound) - low)));
            return;
        }

        long number = _random.NextInt64(LanguagePrimitives.ConvertTo<long>(least), LanguagePrimitives.ConvertTo<long>(bound));
        if (least is int && bound is int)
            WriteObject((int)number);
        else
            WriteObject(number);
    }
}
