using System.Text;

namespace Knast.Oci.Json;

/// <summary>RFC 6901: the escapes of a reference token.</summary>
internal static class JsonPointer
{
    public static StringBuilder Append(StringBuilder pointer, string token) =>
        pointer.Append('/').Append(Escape(token));

    public static string Escape(string token) =>
        token.AsSpan().ContainsAny('~', '/')
            ? token.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)
            : token;
}
