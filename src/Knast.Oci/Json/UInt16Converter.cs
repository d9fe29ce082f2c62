using System.Text.Json;

namespace Knast.Oci.Json;

internal sealed class UInt16Converter : NumberConverter<ushort>
{
    public override void Write(Utf8JsonWriter writer, ushort value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryGet(ref Utf8JsonReader reader, out ushort value) => reader.TryGetUInt16(out value);
}
