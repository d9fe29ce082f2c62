using System.Numerics;
using System.Text.Json;

namespace Knast.Native.Tests.FreeBsd.Abi;

/// <summary>What a compiler made of FreeBSD's headers: tests/data/freebsd-abi.json.</summary>
internal sealed class AbiFacts
{
    private readonly JsonElement _root;

    private AbiFacts(JsonElement root)
    {
        _root = root;
    }

    public static AbiFacts Shared { get; } = Load();

    /// <summary>A constant's value, or null where the target has none.</summary>
    public BigInteger? Constant(string name, string target) =>
        _root.GetProperty("constants").TryGetProperty(name, out JsonElement row) ? Number(Resolve(row.GetProperty("values"), target)) : null;

    /// <summary>A system call's number, or null where the target has none.</summary>
    public int? SystemCall(string name, string target) =>
        _root.GetProperty("syscalls").TryGetProperty(name, out JsonElement row) ? (int?)Number(Resolve(row.GetProperty("values"), target)) : null;

    /// <summary>A structure's size, or null where the target has none.</summary>
    public int? Size(string structure, string target) => Layout(structure, target)?.GetProperty("size").GetInt32();

    /// <summary>A field's offset and size, or null where the target has none.</summary>
    public (int Offset, int Size)? Field(string structure, string field, string target)
    {
        if (Layout(structure, target) is not { } layout)
        {
            return null;
        }

        foreach (JsonElement row in layout.GetProperty("fields").EnumerateArray())
        {
            if (row.GetProperty("name").GetString() == field)
            {
                return (row.GetProperty("offset").GetInt32(), row.GetProperty("size").GetInt32());
            }
        }

        return null;
    }

    /// <summary>The names in one of the packet filter's lists of names and values.</summary>
    public IReadOnlyList<string> PacketFilterNames(string list, string release) =>
    [
        .. Resolve(_root.GetProperty("pfNvlist").GetProperty(list), release + "-amd64")!.Value.EnumerateArray()
            .Select(static row => row.GetProperty("key").GetString()!),
    ];

    private JsonElement? Layout(string structure, string target) =>
        _root.GetProperty("structs").TryGetProperty(structure, out JsonElement row)
        && Resolve(row.GetProperty("layouts"), target) is { ValueKind: JsonValueKind.Object } layout
            ? layout
            : null;

    // A map of values is keyed by "all", by the target, by its release, or by its architecture, whichever is the first there.
    private static JsonElement? Resolve(JsonElement values, string target)
    {
        string[] parts = target.Split('-');
        foreach (string key in (string[])["all", target, parts[0], parts[1]])
        {
            if (values.TryGetProperty(key, out JsonElement value))
            {
                return value;
            }
        }

        return null;
    }

    private static BigInteger? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number ? BigInteger.Parse(number.GetRawText()) : null;

    private static AbiFacts Load()
    {
        byte[] bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", "freebsd-abi.json"));
        return new AbiFacts(JsonDocument.Parse(bytes).RootElement);
    }
}
