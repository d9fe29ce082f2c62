namespace Knast.Oci.RuntimeSpec;

/// <summary>What only FreeBSD has (runtime-spec config-freebsd.md).</summary>
public sealed record FreeBsdConfig
{
    /// <summary>Devices that the container sees beyond those of its devfs ruleset.</summary>
    public IReadOnlyList<FreeBsdDevice> Devices { get; init => field = value ?? []; } = [];

    /// <summary>The jail.</summary>
    public FreeBsdJail? Jail { get; init; }
}
