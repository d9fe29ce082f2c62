using System.Text.Json;
using System.Text.Json.Serialization;

namespace Knast.Oci.Json;

/// <summary>An array. <c>null</c> stands for an absent property, but as an element it stands for nothing.</summary>
internal sealed class ListConverter<T> : JsonConverter<IReadOnlyList<T>>
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw JsonFault.Expected("an array", ref reader);
        var elements = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        var list = new List<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Null)
                throw JsonFault.Expected("a value", ref reader);
            // The converter and not the serializer: only so does a fault keep its line in the whole document.
            list.Add(elements.Read(ref reader, typeof(T), options)!);
        }

        return list;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var elements = (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;
        writer.WriteStartArray();
        foreach (var element in value)
            elements.Write(writer, element, options);
        writer.WriteEndArray();
    }
}
