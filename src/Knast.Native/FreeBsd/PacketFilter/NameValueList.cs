using System.Collections;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>
/// A list of names and values, in order, each name once (nv(9)). Values are null, bool, ulong, string, byte[], <see cref="NameValueList"/>,
/// and arrays of bool, ulong, string and lists; no array is empty, as none can be on the wire.
/// </summary>
public sealed class NameValueList : IEnumerable<KeyValuePair<string, object?>>
{
    private readonly List<KeyValuePair<string, object?>> _pairs = [];
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>How many pairs there are.</summary>
    public int Count => _pairs.Count;

    /// <summary>Appends a pair.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">One of the types that a list takes.</param>
    /// <exception cref="ArgumentException">The name is there, or the value is of no such type, or an empty array or empty bytes.</exception>
    public void Add(string name, object? value)
    {
        bool isEmpty = value is Array { Length: 0 };
        if (isEmpty || value is not (null or bool or ulong or string or byte[] or NameValueList or bool[] or ulong[] or string[] or NameValueList[]))
        {
            throw new ArgumentException($"\"{name}\" cannot have {(isEmpty ? "no elements" : $"a value of type {value?.GetType().Name}")}.");
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

    /// <summary>Whether a name is there with a value of a type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public bool TryGet<T>(string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
    {
        if (_values.TryGetValue(name, out object? found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>A number; 0 where it is missing.</summary>
    /// <param name="name">The name.</param>
    public ulong Number(string name) => TryGet(name, out ulong value) ? value : 0;

    /// <summary>A string; empty where it is missing.</summary>
    /// <param name="name">The name.</param>
    public string Text(string name) => TryGet(name, out string? value) ? value : "";

    /// <summary>A truth; false where it is missing.</summary>
    /// <param name="name">The name.</param>
    public bool Boolean(string name) => TryGet(name, out bool value) && value;

    /// <summary>Numbers; none where they are missing.</summary>
    /// <param name="name">The name.</param>
    public IReadOnlyList<ulong> Numbers(string name) => TryGet(name, out ulong[]? value) ? value : [];

    /// <summary>Strings; none where they are missing.</summary>
    /// <param name="name">The name.</param>
    public IReadOnlyList<string> Texts(string name) => TryGet(name, out string[]? value) ? value : [];

    /// <summary>A list; null where it is missing.</summary>
    /// <param name="name">The name.</param>
    public NameValueList? List(string name) => TryGet(name, out NameValueList? value) ? value : null;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
