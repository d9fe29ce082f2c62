using System.Collections;
using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Group-Object: puts objects together whose properties are equal.</summary>
[Cmdlet(VerbsData.Group, "Object", DefaultParameterSetName = "HashTable")]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly List<(object?[] Keys, List<PSObject> Items)> _groups = [];

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>What to group by.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Leaves the objects out of the result.</summary>
    [Parameter]
    public SwitchParameter NoElement { get; set; }

    /// <summary>A hashtable of the groups.</summary>
    [Parameter(ParameterSetName = "HashTable")]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    /// <summary>Its keys are strings.</summary>
    [Parameter(ParameterSetName = "HashTable")]
    public SwitchParameter AsString { get; set; }

    /// <summary>Case makes a difference.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        object?[] keys = Property is null ? [InputObject] : [.. PropertyArgument.ParseAll(Property).Select(p => p.Value(InputObject))];
        (object?[] Keys, List<PSObject> Items) group = _groups.Find(g => Same(g.Keys, keys));
        if (group.Items is null)
            _groups.Add((keys, [InputObject]));
        else
            group.Items.Add(InputObject);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (AsHashTable)
        {
            WriteTable();
            return;
        }

        var comparer = new ValueComparer(CaseSensitive);
        foreach ((object?[] keys, List<PSObject> items) in _groups.OrderBy(g => g.Keys[0], comparer))
        {
            var result = new PSObject();
            result.TypeNames.Insert(0, "Microsoft.PowerShell.Commands.GroupInfo" + (NoElement ? "NoElement" : ""));
            result.Properties.Add(new PSNoteProperty("Count", items.Count));
            result.Properties.Add(new PSNoteProperty("Name", string.Join(", ", keys.Select(LanguagePrimitives.ConvertTo<string>))));
            result.Properties.Add(new PSNoteProperty("Group", NoElement ? Array.Empty<PSObject>() : items.ToArray()));
            result.Properties.Add(new PSNoteProperty("Values", keys));
            WriteObject(result);
        }
    }

    private void WriteTable()
    {
        var table = new Hashtable(CaseSensitive ? StringComparer.CurrentCulture : StringComparer.CurrentCultureIgnoreCase);
        foreach ((object?[] keys, List<PSObject> items) in _groups)
        {
            object? key = keys.Length == 1 && !AsString ? (keys[0] is PSObject wrapped ? wrapped.BaseObject : keys[0]) : null;
            table[key ?? string.Join(", ", keys.Select(LanguagePrimitives.ConvertTo<string>))] = items.ToArray();
        }

        WriteObject(table);
    }

    private bool Same(object?[] a, object?[] b) => a.Zip(b).All(pair => LanguagePrimitives.Equals(pair.First, pair.Second, !CaseSensitive));
}
