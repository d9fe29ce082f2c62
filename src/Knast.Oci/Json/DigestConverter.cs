using System.Text.Json;
using System.Text.Json.Serialization;

namespace Knast.Oci.Json;

internal sealed class DigestConverter : JsonConverter<Digest>
{
    // null stands for an absent property, also where the type has no null.
    public override bool HandleNull => true;

    public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return default;
        if (reader.TokenType != JsonTokenType.String)
            throw JsonFault.Expected("a digest such as \"sha256:…\"", ref reader);
        return Digest.TryParseAny(reader.GetString(), out var digest, out var error) ? digest : throw new JsonException(error);
    }

    public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
