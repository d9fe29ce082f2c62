using System.Text.Json;

namespace Knast.Oci.Json;

internal sealed class UInt32Converter : NumberConverter<uint>
{
    public override void Write(Utf8JsonWriter writer, uint value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryGet(ref Utf8JsonReader reader, out uint value) => reader.TryGetUInt32(out value);
}
