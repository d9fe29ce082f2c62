using System.Text;
using System.Text.Json.Nodes;

namespace Knast.Oci.Tests;

/// <summary>RFC 7396: changes a document by another.</summary>
internal static class MergePatch
{
    public static byte[] Apply(byte[] document, string patch) =>
        Encoding.UTF8.GetBytes(Apply(JsonNode.Parse(document), JsonNode.Parse(patch))!.ToJsonString());

    private static JsonNode? Apply(JsonNode? target, JsonNode? patch)
    {
        if (patch is not JsonObject changes)
            return patch?.DeepClone();
        var result = target is JsonObject o ? (JsonObject)o.DeepClone() : [];
        foreach (var (name, change) in changes)
        {
            if (change is null)
                result.Remove(name);
            else
                result[name] = Apply(result[name], change);
        }

        return result;
    }
}
