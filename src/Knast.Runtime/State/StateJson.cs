using System.Text.Json.Serialization;

namespace Knast.Runtime.State;

/// <summary>Serialisation of what the state directories hold.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ContainerRecord))]
[JsonSerializable(typeof(ProcessRecord))]
[JsonSerializable(typeof(JailHostRecord))]
internal sealed partial class StateJson : JsonSerializerContext;
