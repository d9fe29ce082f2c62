using System.Text.Json.Serialization;

namespace Knast.Oci.RuntimeSpec;

/// <summary>Limits of memory in bytes, -1 for none (runtime-spec config-linux.md, "Memory").</summary>
public sealed record LinuxMemory
{
    /// <summary>Memory.</summary>
    public long? Limit { get; init; }

    /// <summary>The soft limit.</summary>
    public long? Reservation { get; init; }

    /// <summary>Memory and swap together.</summary>
    public long? Swap { get; init; }

    /// <summary>Kernel memory. Not recommended.</summary>
    public long? Kernel { get; init; }

    /// <summary>Buffers of TCP. Not recommended.</summary>
    [JsonPropertyName("kernelTCP")]
    public long? KernelTcp { get; init; }

    /// <summary>The tendency to swap, from 0 to 100.</summary>
    public ulong? Swappiness { get; init; }

    /// <summary>True if processes wait instead of being killed when memory is out.</summary>
    [JsonPropertyName("disableOOMKiller")]
    public bool? DisableOomKiller { get; init; }

    /// <summary>True if child cgroups share the limits.</summary>
    public bool? UseHierarchy { get; init; }

    /// <summary>True if a new limit below the present use is to be refused.</summary>
    public bool? CheckBeforeUpdate { get; init; }
}
