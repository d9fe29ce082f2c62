using System.Diagnostics.CodeAnalysis;

namespace Knast.Oci;

/// <summary>
/// The name of an image in a registry: <c>domain/path[:tag][@digest]</c>, by the grammar and the normalisation that docker and its
/// descendants share (the reference package of the distribution project). <c>busybox</c> means <c>docker.io/library/busybox:latest</c>.
/// </summary>
public sealed record ImageReference
{
    /// <summary>The domain that a name without one belongs to.</summary>
    public const string DefaultDomain = "docker.io";

    /// <summary>The tag meant by a reference with neither tag nor digest.</summary>
    public const string DefaultTag = "latest";

    internal const string OfficialPrefix = "library/";

    internal ImageReference(string domain, string path, string? tag, Digest? digest)
    {
        Domain = domain;
        Path = path;
        Tag = tag;
        Digest = digest;
    }

    /// <summary>The registry's host, with its port where one was given: <c>docker.io</c>, <c>localhost:5000</c>.</summary>
    public string Domain { get; }

    /// <summary>The repository within the registry: <c>library/busybox</c>.</summary>
    public string Path { get; }

    /// <summary>The tag; null where only a digest was given.</summary>
    public string? Tag { get; }

    /// <summary>The digest; null where none was given. It wins over the tag.</summary>
    public Digest? Digest { get; }

    /// <summary>Domain and path: <c>docker.io/library/busybox</c>.</summary>
    public string Name => $"{Domain}/{Path}";

    /// <summary>The digest or else the tag, as a manifest is addressed in a registry.</summary>
    public string TagOrDigest => Digest?.ToString() ?? Tag!;

    /// <summary>
    /// The name as people write it, without <c>docker.io/</c> and <c>library/</c>: <c>busybox</c>. Where that would be read as the name
    /// of another
    /// registry (<c>docker.io/localhost/x</c>), the domain stays.
    /// </summary>
    public string FamiliarName
    {
        get
        {
            if (Domain != DefaultDomain || ImageReferenceParser.BeginsWithDomain(Path))
                return Name;
            var official = Path.StartsWith(OfficialPrefix, StringComparison.Ordinal) && Path.IndexOf('/', OfficialPrefix.Length) < 0;
            return official ? Path[OfficialPrefix.Length..] : Path;
        }
    }

    /// <summary>The whole reference as people write it: <c>busybox:latest</c>. It parses to this reference again.</summary>
    public string Familiar => FamiliarName + Suffix;

    private string Suffix => (Tag is null ? "" : ":" + Tag) + (Digest is null ? "" : "@" + Digest);

    /// <summary>Reads a reference.</summary>
    /// <param name="text">Such as <c>busybox</c>, <c>ghcr.io/freebsd/freebsd-runtime:15.0</c>, <c>localhost:5000/x@sha256:…</c>.</param>
    /// <exception cref="FormatException">The text is no reference; the message says why.</exception>
    public static ImageReference Parse(string text) =>
        TryParse(text, out var reference, out var error) ? reference : throw new FormatException(error);

    /// <summary>Reads a reference, or says false.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="reference">The reference read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ImageReference? reference) =>
        TryParse(text, out reference, out _);

    /// <summary>Reads a reference, or says why it cannot.</summary>
    /// <param name="text">The text to read.</param>
    /// <param name="reference">The reference read.</param>
    /// <param name="error">What is wrong with the text.</param>
    public static bool TryParse(
        [NotNullWhen(true)] string? text,
        [NotNullWhen(true)] out ImageReference? reference,
        [NotNullWhen(false)] out string? error)
    {
        (reference, error) = ImageReferenceParser.Parse(text);
        return reference is not null;
    }

    /// <summary>The same repository with another tag and no digest.</summary>
    /// <param name="tag">At most 128 letters, digits, '_', '.' and '-', not beginning with '.' or '-'.</param>
    /// <exception cref="FormatException">The tag has other characters or is too long.</exception>
    public ImageReference WithTag(string tag) =>
        ImageReferenceParser.FaultOfTag(tag) is { } fault ? throw new FormatException(fault) : new ImageReference(Domain, Path, tag, null);

    /// <summary>The same repository and tag, pinned to a digest.</summary>
    /// <param name="digest">The digest of a manifest or an index.</param>
    public ImageReference WithDigest(Digest digest) => new(Domain, Path, Tag, digest);

    /// <summary>The whole reference, normalised: <c>docker.io/library/busybox:latest</c>.</summary>
    public override string ToString() => Name + Suffix;
}
