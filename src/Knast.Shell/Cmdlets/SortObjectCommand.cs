using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Sort-Object: orders objects, stably.</summary>
[Cmdlet("Sort", "Object", DefaultParameterSetName = "Default")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _items = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What to order by: names, script blocks, hashtables with Expression and Descending.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Greatest first.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>One of those that are equal.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <summary>Case makes a difference.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>Equal objects keep their order; they always do here.</summary>
    [Parameter]
    public SwitchParameter Stable { get; set; }

    /// <summary>So many from the start of the result.</summary>
    [Parameter(ParameterSetName = "Top")]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; }

    /// <summary>So many from the end of the result.</summary>
    [Parameter(ParameterSetName = "Bottom")]
    [ValidateRange(1, int.MaxValue)]
    public int Bottom { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is not null)
            _items.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        PropertyArgument[] properties = PropertyArgument.ParseAll(Property);
        var comparer = new ValueComparer(CaseSensitive);
        var keyed = _items.Select(item => (Item: item, Keys: Keys(item, properties))).ToArray();
        int Order((PSObject Item, object?[] Keys) a, (PSObject Item, object?[] Keys) b)
        {
            for (int i = 0; i < a.Keys.Length; i++)
            {
                int order = comparer.Compare(a.Keys[i], b.Keys[i]);
                if (order != 0)
                    return properties.Length > 0 && (properties[i].Descending ?? Descending) || properties.Length == 0 && Descending ? -order : order;
            }

            return 0;
        }

        var sorted = keyed.Order(Comparer<(PSObject Item, object?[] Keys)>.Create(Order)).ToList();
        if (Unique)
            sorted = [.. sorted.Where((entry, i) => i == 0 || Order(sorted[i - 1], entry) != 0)];
        IEnumerable<(PSObject Item, object?[] Keys)> result = Top > 0 ? sorted.Take(Top) : Bottom > 0 ? sorted.TakeLast(Bottom) : sorted;
        foreach ((PSObject item, _) in result)
        {
            WriteObject(item);
        }
    }

    private static object?[] Keys(PSObject item, PropertyArgument[] properties) =>
        properties.Length == 0 ? [item] : [.. properties.Select(p => p.Value(item))];
}
