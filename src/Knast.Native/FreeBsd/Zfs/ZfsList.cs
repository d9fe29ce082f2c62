using System.Collections;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>
/// A list of names and values as ZFS takes and gives it, in order. Values are null (the name is all there is), bool, int, ulong, string,
/// <see cref="ZfsList"/>, and arrays of ulong and lists.
/// </summary>
public sealed class ZfsList : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _pairs = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>How many pairs there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>Appends a pair.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">One of the types that a list takes.</param>
    /// <exception cref="ArgumentException">The name is there, or the value is of no such type.</exception>
    public void Add(string name, object? value)
    {
        if (value is not (null or bool or int or ulong or string or ZfsList or ulong[] or ZfsList[]))
        {
            throw new ArgumentException($"\"{name}\" cannot have a value of type {value.GetType().Name}.");
        }

        if (!_values.TryAdd(name, value))
        {
            throw new ArgumentException($"\"{name}\" is in the list.");
        }

        _pairs.Add(new KeyValuePair<string, object?>(name, value));
    }

    /// <summary>Whether a name is there.</summary>
    /// <param name="name">The name.</param>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>A number; 0 where it is missing.</summary>
    /// <param name="name">The name.</param>
    public ulong Number(string name) => _values.GetValueOrDefault(name) is ulong value ? value : 0;

    /// <summary>A string; empty where it is missing.</summary>
    /// <param name="name">The name.</param>
    public string Text(string name) => _values.GetValueOrDefault(name) as string ?? "";

    /// <summary>A list; null where it is missing.</summary>
    /// <param name="name">The name.</param>
    public ZfsList? List(string name) => _values.GetValueOrDefault(name) as ZfsList;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
