using System.Collections;
using System.Management.Automation;
using Knast.Shell.Engine;

namespace Knast.Shell.Cmdlets;

/// <summary>Select-Object: some properties of each object, or some of the objects.</summary>
[Cmdlet(VerbsCommon.Select, "Object", DefaultParameterSetName = "DefaultParameter")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> _held = new();
    private readonly List<PSObject> _unique = [];
    private PropertyArgument[] _properties = [];
    private WildcardPattern[] _excluded = [];
    private int _seen;
    private int _written;

    /// <summary>The objects.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Names, patterns, script blocks or hashtables with Name and Expression.</summary>
    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    /// <summary>Properties to leave out.</summary>
    [Parameter]
    public string[]? ExcludeProperty { get; set; }

    /// <summary>The property whose values are written instead of the object.</summary>
    [Parameter]
    public string? ExpandProperty { get; set; }

    /// <summary>Each only once.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <summary>With -Unique: case makes no difference.</summary>
    [Parameter]
    public SwitchParameter CaseInsensitive { get; set; }

    /// <summary>So many from the start; what feeds the pipeline is stopped then.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? First { get; set; }

    /// <summary>So many from the end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int? Last { get; set; }

    /// <summary>Not so many at the start (at the end, with -Last).</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int Skip { get; set; }

    /// <summary>Not so many at the end.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SkipLast { get; set; }

    /// <summary>Those at these places, from 0.</summary>
    [Parameter]
    public int[]? Index { get; set; }

    /// <summary>Lets what feeds the pipeline finish.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _properties = PropertyArgument.ParseAll(Property);
        if (_properties.Length == 0 && ExcludeProperty is not null)
            _properties = [PropertyArgument.Parse("*")];
        _excluded = [.. (ExcludeProperty ?? []).Select(p => WildcardPattern.Get(p, WildcardOptions.IgnoreCase))];
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
            return;
        int place = _seen++;
        if (Index is not null)
        {
            if (Index.Contains(place))
                Select(InputObject);
            return;
        }

        if (Last is not null || SkipLast > 0)
        {
            Hold(InputObject, place);
            return;
        }

        if (place < Skip)
            return;
        if (First is null || _written < First)
        {
            _written++;
            Select(InputObject);
        }

        if (_written >= First && !Wait)
            throw EngineInternals.StopUpstream(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Last is not null)
        {
            PSObject[] tail = [.. _held];
            foreach (PSObject item in tail.Take(Math.Max(0, tail.Length - Skip)).TakeLast(Last.Value))
            {
                Select(item);
            }
        }

        foreach (PSObject item in _unique)
        {
            WriteObject(item);
        }
    }

    private void Hold(PSObject item, int place)
    {
        if (Last is not null)
        {
            if (First > place)
                Select(item);
            _held.Enqueue(item);
            if (_held.Count > Last + Skip)
                _held.Dequeue();
            return;
        }

        if (place < Skip)
            return;
        _held.Enqueue(item);
        if (_held.Count > SkipLast)
            Select(_held.Dequeue());
    }

    private void Select(PSObject item)
    {
        if (ExpandProperty is not null)
            Expand(item);
        else
            Emit(_properties.Length == 0 ? item : Project(item));
    }

    private void Emit(PSObject item)
    {
        if (!Unique)
            WriteObject(item);
        else if (!_unique.Exists(other => ObjectEquality.Same(other, item, _properties.Length > 0, ignoreCase: CaseInsensitive)))
            _unique.Add(item);
    }

    private PSObject Project(PSObject item)
    {
        var result = new PSObject();
        foreach (PropertyArgument property in _properties)
        {
            foreach ((string name, object? value) in property.Values(item))
            {
                if (_excluded.Any(p => p.IsMatch(name)) || result.Properties[name] is not null)
                    continue;
                result.Properties.Add(new PSNoteProperty(name, value));
            }
        }

        result.TypeNames.Insert(0, "Selected." + item.BaseObject.GetType());
        return result;
    }

    private void Expand(PSObject item)
    {
        PropertyArgument property = PropertyArgument.Parse(ExpandProperty!);
        if (!property.Exists(item))
        {
            WriteError(new ErrorRecord(
                new PSArgumentException($"The property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item));
            return;
        }

        object? value = property.Value(item);
        IEnumerator? elements = LanguagePrimitives.GetEnumerator(value);
        if (elements is null)
        {
            EmitExpanded(item, value);
            return;
        }

        while (elements.MoveNext())
        {
            EmitExpanded(item, elements.Current);
        }
    }

    private void EmitExpanded(PSObject source, object? value)
    {
        if (value is null)
        {
            WriteObject(null);
            return;
        }

        PSObject result = PSObject.AsPSObject(value);
        foreach ((string name, object? extra) in _properties.SelectMany(p => p.Values(source)))
        {
            if (result.Properties[name] is null)
                result.Properties.Add(new PSNoteProperty(name, extra));
        }

        Emit(result);
    }
}
