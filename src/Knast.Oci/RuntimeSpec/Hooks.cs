namespace Knast.Oci.RuntimeSpec;

/// <summary>Programs to run at points of a container's life, each list in its order (runtime-spec config.md, "Hooks").</summary>
public sealed record Hooks
{
    /// <summary>At create, before the root is changed, outside the container. Deprecated.</summary>
    public IReadOnlyList<Hook> Prestart { get; init => field = value ?? []; } = [];

    /// <summary>At create, after <see cref="Prestart"/>, before the root is changed, outside the container.</summary>
    public IReadOnlyList<Hook> CreateRuntime { get; init => field = value ?? []; } = [];

    /// <summary>At create, after <see cref="CreateRuntime"/>, before the root is changed, in the container's namespaces.</summary>
    public IReadOnlyList<Hook> CreateContainer { get; init => field = value ?? []; } = [];

    /// <summary>At start, before the container's program runs, inside the container.</summary>
    public IReadOnlyList<Hook> StartContainer { get; init => field = value ?? []; } = [];

    /// <summary>At start, after the container's program runs, outside the container.</summary>
    public IReadOnlyList<Hook> Poststart { get; init => field = value ?? []; } = [];

    /// <summary>At delete, outside the container.</summary>
    public IReadOnlyList<Hook> Poststop { get; init => field = value ?? []; } = [];
}
