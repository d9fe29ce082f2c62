using System.Text.Json;
using System.Text.Json.Serialization;

namespace Knast.Oci.Json;

internal sealed class BooleanConverter : JsonConverter<bool>
{
    // null stands for an absent property, also where the type has no null.
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => false,
            JsonTokenType.True or JsonTokenType.False => reader.GetBoolean(),
            _ => throw JsonFault.Expected("true or false", ref reader),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}
