namespace Knast.Oci.RuntimeSpec;

/// <summary>The user of a process, in numbers (runtime-spec config.md, "User").</summary>
public sealed record ContainerUser
{
    /// <summary>The user id inside the container.</summary>
    public uint Uid { get; init; }

    /// <summary>The group id inside the container.</summary>
    public uint Gid { get; init; }

    /// <summary>The file mode creation mask; null leaves it alone.</summary>
    public uint? Umask { get; init; }

    /// <summary>Further group ids inside the container.</summary>
    public IReadOnlyList<uint> AdditionalGids { get; init => field = value ?? []; } = [];

    /// <summary>Windows: the user's name.</summary>
    public string? Username { get; init; }
}
