using System.Text.Json;
using System.Text.Json.Serialization;

namespace Knast.Oci.Json;

/// <summary>
/// An object whose names are data. Names keep their case; they are written in ordinal order, so that equal maps give equal bytes.
/// </summary>
internal sealed class MapConverter<TValue> : JsonConverter<IReadOnlyDictionary<string, TValue>>
    where TValue : class
{
    public override IReadOnlyDictionary<string, TValue> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonFault.Expected("an object", ref reader);
        var values = (JsonConverter<TValue>)options.GetTypeInfo(typeof(TValue)).Converter;
        var map = new Dictionary<string, TValue>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            if (reader.TokenType == JsonTokenType.Null)
                throw JsonFault.Expected("a value", ref reader);
            // The converter and not the serializer: only so does a fault keep its line in the whole document.
            map[name] = values.Read(ref reader, typeof(TValue), options)!;
        }

        return map;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyDictionary<string, TValue> value, JsonSerializerOptions options)
    {
        var values = (JsonConverter<TValue>)options.GetTypeInfo(typeof(TValue)).Converter;
        writer.WriteStartObject();
        foreach (var (name, item) in value.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(name);
            values.Write(writer, item, options);
        }

        writer.WriteEndObject();
    }
}
