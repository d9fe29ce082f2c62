using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Knast.Oci.Json;

/// <summary>
/// A whole number within the bounds of its type, and nothing else: no string, no fraction, no exponent, as Go reads the same documents.
/// </summary>
internal abstract class NumberConverter<T> : JsonConverter<T>
    where T : struct, INumber<T>, IMinMaxValue<T>
{
    // null stands for an absent property, also where the type has no null.
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.Null => default,
            JsonTokenType.Number when TryGet(ref reader, out var value) => value,
            _ => throw JsonFault.Expected($"a whole number from {T.MinValue} to {T.MaxValue}", ref reader),
        };

    protected abstract bool TryGet(ref Utf8JsonReader reader, out T value);
}
