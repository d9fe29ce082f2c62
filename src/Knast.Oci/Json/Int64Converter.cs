using System.Text.Json;

namespace Knast.Oci.Json;

internal sealed class Int64Converter : NumberConverter<long>
{
    public override void Write(Utf8JsonWriter writer, long value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryGet(ref Utf8JsonReader reader, out long value) => reader.TryGetInt64(out value);
}
