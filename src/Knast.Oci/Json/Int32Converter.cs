using System.Text.Json;

namespace Knast.Oci.Json;

internal sealed class Int32Converter : NumberConverter<int>
{
    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryGet(ref Utf8JsonReader reader, out int value) => reader.TryGetInt32(out value);
}
