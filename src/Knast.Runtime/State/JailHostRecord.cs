namespace Knast.Runtime.State;

/// <summary>What is made in a FreeBSD kernel for a container; written before it is made, so that a crash leaves word of it.</summary>
internal sealed record JailHostRecord
{
    /// <summary>The jail's full name.</summary>
    public required string Jail { get; init; }

    /// <summary>The directory that is the jail's root; all mounts at it and below it are the container's, but for <see cref="ForeignMounts"/>.</summary>
    public required string Root { get; init; }

    /// <summary>The devfs ruleset that was made for it.</summary>
    public ushort? Ruleset { get; init; }

    /// <summary>Whether rctl rules were added for the jail.</summary>
    public bool HasResourceRules { get; init; }

    /// <summary>Ids of mounts that were there before.</summary>
    public IReadOnlyList<string> ForeignMounts { get; init; } = [];
}
