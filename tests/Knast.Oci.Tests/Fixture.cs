using System.Text.Json.Nodes;

namespace Knast.Oci.Tests;

/// <summary>Documents under <c>data</c>: made by real programs, or the examples of the specifications.</summary>
internal static class Fixture
{
    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "data", name));

    public static T Read<T>(string name)
        where T : class, IOciDocument => OciJson.Read<T>(Bytes(name), name);

    /// <summary>The document without what reading and writing may drop: false, null and empty containers.</summary>
    public static JsonNode? Normalise(JsonNode? node) => node switch
    {
        JsonObject o => Keep(o),
        JsonArray a => new JsonArray([.. a.Select(item => Normalise(item) ?? new JsonObject())]),
        JsonValue v when v.TryGetValue<bool>(out var b) && !b => null,
        _ => node?.DeepClone(),
    };

    private static JsonObject? Keep(JsonObject o)
    {
        var kept = new JsonObject();
        foreach (var (name, value) in o.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (Normalise(value) is { } normal and not JsonArray { Count: 0 })
                kept[name] = normal;
        }

        return kept.Count == 0 ? null : kept;
    }
}
