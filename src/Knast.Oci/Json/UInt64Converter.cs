using System.Text.Json;

namespace Knast.Oci.Json;

internal sealed class UInt64Converter : NumberConverter<ulong>
{
    public override void Write(Utf8JsonWriter writer, ulong value, JsonSerializerOptions options) => writer.WriteNumberValue(value);

    protected override bool TryGet(ref Utf8JsonReader reader, out ulong value) => reader.TryGetUInt64(out value);
}
