using System.Text.Json;

namespace Knast.Oci.DistributionSpec;

/// <summary>One error of a registry (distribution-spec spec.md, "Error Codes").</summary>
public sealed record RegistryError
{
    /// <summary>One of <see cref="RegistryErrorCodes"/>, or a code of the registry's own; empty where the answer lacks it.</summary>
    public string Code { get; init => field = value ?? ""; } = "";

    /// <summary>What happened, for people.</summary>
    public string? Message { get; init; }

    /// <summary>Any JSON, for the curious.</summary>
    public JsonElement? Detail { get; init; }

    /// <summary>Code and message.</summary>
    public override string ToString() => string.IsNullOrEmpty(Message) ? Code : $"{Code}: {Message}";
}
