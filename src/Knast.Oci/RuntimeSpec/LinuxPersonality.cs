namespace Knast.Oci.RuntimeSpec;

/// <summary>The execution domain (runtime-spec config-linux.md, "Personality"; personality(2)).</summary>
public sealed record LinuxPersonality
{
    /// <summary><c>LINUX</c> or <c>LINUX32</c>; empty where the document lacks it.</summary>
    public string Domain { get; init => field = value ?? ""; } = "";

    /// <summary>No flag is defined.</summary>
    public IReadOnlyList<string> Flags { get; init => field = value ?? []; } = [];
}
