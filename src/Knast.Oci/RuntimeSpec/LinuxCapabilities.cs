namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// The five sets of capabilities of a process, by names such as <c>CAP_CHOWN</c> (runtime-spec config.md, "capabilities";
/// capabilities(7)).
/// </summary>
public sealed record LinuxCapabilities
{
    /// <summary>What execve can grant at most.</summary>
    public IReadOnlyList<string> Bounding { get; init => field = value ?? []; } = [];

    /// <summary>What the kernel checks.</summary>
    public IReadOnlyList<string> Effective { get; init => field = value ?? []; } = [];

    /// <summary>What execve may preserve.</summary>
    public IReadOnlyList<string> Inheritable { get; init => field = value ?? []; } = [];

    /// <summary>What the effective set can have at most.</summary>
    public IReadOnlyList<string> Permitted { get; init => field = value ?? []; } = [];

    /// <summary>What execve keeps for programs without file capabilities.</summary>
    public IReadOnlyList<string> Ambient { get; init => field = value ?? []; } = [];
}
