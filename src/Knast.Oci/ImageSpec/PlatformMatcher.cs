namespace Knast.Oci.ImageSpec;

/// <summary>Which images run on a platform (image-spec image-index.md, "platform").</summary>
/// <remarks>
/// System and architecture must be equal, in any of their spellings. A variant must be the wanted one or, where variants are counted
/// (<c>v6</c>, <c>v8.1</c>, <c>power9</c>), an older one; a missing variant is the architecture's base. Where a version of the system is
/// wanted, an image
/// without one matches too, but after one that has it. Features that the image demands must all be among those of the wanted platform.
/// </remarks>
public static class PlatformMatcher
{
    /// <summary>The descriptors of an index that run on a platform, the best first and otherwise in the order of the index.</summary>
    /// <param name="manifests">The index' descriptors. Those without a platform come last, as only their configuration can tell.</param>
    /// <param name="wanted">The platform to run on.</param>
    public static IReadOnlyList<Descriptor> Select(IEnumerable<Descriptor> manifests, Platform wanted)
    {
        ArgumentNullException.ThrowIfNull(manifests);
        return
        [
            .. manifests
                .Select(manifest => (manifest, rank: manifest.Platform is null ? double.MaxValue : Rank(manifest.Platform, wanted)))
                .Where(candidate => candidate.rank is not null)
                .OrderBy(candidate => candidate.rank)
                .Select(candidate => candidate.manifest),
        ];
    }

    /// <summary>True if an image for one platform runs on another.</summary>
    /// <param name="image">What the image says it runs on.</param>
    /// <param name="wanted">The platform to run on.</param>
    public static bool Matches(Platform image, Platform wanted) => Rank(image, wanted) is not null;

    private static double? Rank(Platform image, Platform wanted)
    {
        ArgumentNullException.ThrowIfNull(image);
        ArgumentNullException.ThrowIfNull(wanted);
        if (!SameName(PlatformNames.NormaliseOs(image.Os), PlatformNames.NormaliseOs(wanted.Os)))
            return null;
        var (architecture, variant) = PlatformNames.Normalise(image.Architecture, Blank(image.Variant));
        var (wantedArchitecture, wantedVariant) = PlatformNames.Normalise(wanted.Architecture, Blank(wanted.Variant));
        if (!SameName(architecture, wantedArchitecture) || image.OsFeatures.Except(wanted.OsFeatures, StringComparer.Ordinal).Any())
            return null;
        return VariantRank(architecture, variant, wantedVariant) + VersionRank(image.OsVersion, wanted.OsVersion);
    }

    private static double? VariantRank(string architecture, string? variant, string? wanted)
    {
        variant ??= ProcessorVariant.BaseOf(architecture);
        wanted ??= ProcessorVariant.BaseOf(architecture);
        if (SameName(variant, wanted))
            return 0;
        if (!ProcessorVariant.TryParse(variant, out var have) || !ProcessorVariant.TryParse(wanted, out var want))
            return null;
        return have.Family == want.Family && have.Level < want.Level ? want.Level - have.Level : null;
    }

    // Below the smallest distance of two variants (v8.1 and v8.2), so that the variant decides first.
    private static double? VersionRank(string? version, string? wanted)
    {
        if (string.IsNullOrEmpty(wanted) || version == wanted)
            return 0;
        return string.IsNullOrEmpty(version) ? 0.001 : null;
    }

    private static string? Blank(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static bool SameName(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
