using Knast.Oci.RuntimeSpec.Validation;

namespace Knast.Oci.RuntimeSpec;

/// <summary>
/// Finds every breach of runtime-spec 1.3 in a configuration: what the specification demands (MUST, REQUIRED), and what no kernel of the
/// platform could apply whatever its state. Capabilities that are not known are no breach (config.md: they are to be warned of), nor is
/// anything that depends on the host, such as whether a file is there.
/// </summary>
public static class RuntimeConfigValidator
{
    /// <summary>Finds every breach in a configuration.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="platform">Where it is to be applied; the section of the other platform is not looked at.</param>
    /// <returns>The breaches in the order of the document's sections; none if it is valid.</returns>
    public static IReadOnlyList<Violation> Validate(RuntimeConfig config, RuntimePlatform platform)
    {
        ArgumentNullException.ThrowIfNull(config);
        var findings = new Findings();
        GeneralRules.Check(config, platform, findings);
        MountRules.Check(config, platform, findings);
        if (config.Process is { } process)
            ProcessRules.Check(process, "/process", platform, findings);
        if (config.Hooks is { } hooks)
            HookRules.Check(hooks, findings);
        if (platform == RuntimePlatform.Linux && config.Linux is { } linux)
            LinuxRules.Check(linux, findings);
        if (platform == RuntimePlatform.FreeBsd && config.FreeBsd is { } freeBsd)
            FreeBsdRules.Check(config, freeBsd, findings);
        return findings.ToList();
    }

    /// <summary>
    /// Finds every breach in the text of a configuration: also numbers that are required and missing, which a record cannot tell from 0.
    /// </summary>
    /// <param name="utf8">The bytes of <c>config.json</c>.</param>
    /// <param name="platform">Where it is to be applied.</param>
    /// <returns>The breaches; one only, if the text cannot be read.</returns>
    public static IReadOnlyList<Violation> ValidateDocument(ReadOnlySpan<byte> utf8, RuntimePlatform platform)
    {
        try
        {
            var config = OciJson.Read<RuntimeConfig>(utf8);
            return [.. RequiredNumbers.FindMissing(utf8, platform), .. Validate(config, platform)];
        }
        catch (OciDocumentException fault)
        {
            var message = $"{fault.Sentence} (line {fault.Line}, column {fault.Column})";
            return [new Violation(fault.Pointer, message, "runtime-spec schema/config-schema.json")];
        }
    }

    /// <summary>Finds every breach in the document that <c>exec --process</c> takes.</summary>
    /// <param name="process">The process.</param>
    /// <param name="platform">Where it is to run.</param>
    public static IReadOnlyList<Violation> Validate(ContainerProcess process, RuntimePlatform platform)
    {
        ArgumentNullException.ThrowIfNull(process);
        var findings = new Findings();
        ProcessRules.Check(process, "", platform, findings);
        return findings.ToList();
    }

    /// <summary>Finds every breach in the document that <c>update --resources</c> takes.</summary>
    /// <param name="resources">The limits.</param>
    public static IReadOnlyList<Violation> Validate(LinuxResources resources)
    {
        ArgumentNullException.ThrowIfNull(resources);
        var findings = new Findings();
        LinuxResourceRules.Check(resources, "", findings);
        return findings.ToList();
    }
}
