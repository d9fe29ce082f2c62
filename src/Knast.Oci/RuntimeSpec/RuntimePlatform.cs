namespace Knast.Oci.RuntimeSpec;

/// <summary>The platform on which a runtime configuration is to be applied (runtime-spec spec.md, "Platforms").</summary>
public enum RuntimePlatform
{
    /// <summary>Linux: namespaces and control groups.</summary>
    Linux,

    /// <summary>FreeBSD: jails.</summary>
    FreeBsd,
}
