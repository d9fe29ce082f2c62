namespace Knast.Oci.RuntimeSpec;

/// <summary>The priority of traffic on an interface (runtime-spec config-linux.md, "Network").</summary>
public sealed record LinuxInterfacePriority
{
    /// <summary>The interface; empty where the document lacks it.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The priority.</summary>
    public uint Priority { get; init; }
}
