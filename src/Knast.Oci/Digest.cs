using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using Knast.Oci.Json;

namespace Knast.Oci;

/// <summary>
/// A content digest such as <c>sha256:44136fa3…</c> (image-spec descriptor.md, "Digests"). Its text is safe as two path components,
/// <see cref="Algorithm"/> and <see cref="Hex"/>.
/// </summary>
/// <remarks>
/// <see cref="Parse"/> accepts sha256 and sha512 only. Documents may name other algorithms, which the specification asks readers to let
/// pass:
/// such a digest has <see cref="IsSupported"/> false and matches no content.
/// </remarks>
[JsonConverter(typeof(DigestConverter))]
public readonly struct Digest : IEquatable<Digest>
{
    /// <summary>The name of SHA-256 in digests.</summary>
    public const string Sha256 = "sha256";

    /// <summary>The name of SHA-512 in digests.</summary>
    public const string Sha512 = "sha512";

    private readonly string? _text;

    private Digest(string text) => _text = text;

    /// <summary>True for <c>default(Digest)</c>, which stands for a digest that is missing.</summary>
    public bool IsEmpty => _text is null;

    /// <summary>The name of the algorithm, such as <c>sha256</c>.</summary>
    public string Algorithm => _text is null ? "" : _text[.._text.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The encoded hash: 64 lower-case hexadecimal digits for sha256, 128 for sha512.</summary>
    public string Hex => _text is null ? "" : _text[(_text.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>True if content can be checked against this digest: the algorithm is sha256 or sha512.</summary>
    public bool IsSupported => _text is not null && DigestGrammar.HexLength(Algorithm) != 0;

    /// <summary>Reads a sha256 or sha512 digest.</summary>
    /// <param name="text"><c>algorithm:hex</c>, in lower case.</param>
    /// <exception cref="FormatException">The text is no such digest; the message says why.</exception>
    public static Digest Parse(string text) =>
        TryParse(text, out var digest, out var error) ? digest : throw new FormatException(error);

    /// <summary>Reads a sha256 or sha512 digest, or says false.</summary>
    /// <param name="text"><c>algorithm:hex</c>, in lower case.</param>
    /// <param name="digest">The digest read.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest) => TryParse(text, out digest, out _);

    /// <summary>Reads a sha256 or sha512 digest, or says why it cannot.</summary>
    /// <param name="text"><c>algorithm:hex</c>, in lower case.</param>
    /// <param name="digest">The digest read.</param>
    /// <param name="error">What is wrong with the text.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, out Digest digest, [NotNullWhen(false)] out string? error)
    {
        error = DigestGrammar.Fault(text, allowUnknownAlgorithm: false);
        digest = error is null ? new Digest(text!) : default;
        return error is null;
    }

    /// <summary>The digest that has these bytes as its hash.</summary>
    /// <param name="algorithm"><see cref="Sha256"/> or <see cref="Sha512"/>.</param>
    /// <param name="hash">32 bytes for sha256, 64 for sha512.</param>
    /// <exception cref="ArgumentException">The algorithm is another, or the length is not that of the algorithm.</exception>
    public static Digest FromHash(string algorithm, ReadOnlySpan<byte> hash)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        var digits = DigestGrammar.HexLength(algorithm);
        if (digits == 0)
            throw new ArgumentException($"The digest algorithm '{algorithm}' is not supported; sha256 and sha512 are.", nameof(algorithm));
        if (hash.Length * 2 != digits)
            throw new ArgumentException($"A {algorithm} hash has {digits / 2} bytes, not {hash.Length}.", nameof(hash));
#pragma warning disable CA1308 // the specification demands lower case
        return new Digest($"{algorithm}:{Convert.ToHexString(hash).ToLowerInvariant()}");
#pragma warning restore CA1308
    }

    /// <summary>The sha256 digest of some content.</summary>
    /// <param name="content">The bytes to hash.</param>
    public static Digest OfContent(ReadOnlySpan<byte> content) => FromHash(Sha256, SHA256.HashData(content));

    /// <summary>True if the content has this digest; false as well where the algorithm is not supported.</summary>
    /// <param name="content">The bytes to hash.</param>
    public bool Matches(ReadOnlySpan<byte> content) => Algorithm switch
    {
        Sha256 => this == OfContent(content),
        Sha512 => this == FromHash(Sha512, SHA512.HashData(content)),
        _ => false,
    };

    /// <summary>The digest as documents and references spell it; empty for <c>default(Digest)</c>.</summary>
    public override string ToString() => _text ?? "";

    /// <inheritdoc/>
    public bool Equals(Digest other) => string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Digest other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _text is null ? 0 : _text.GetHashCode(StringComparison.Ordinal);

    /// <summary>True if both have the same text.</summary>
    public static bool operator ==(Digest left, Digest right) => left.Equals(right);

    /// <summary>True if the texts differ.</summary>
    public static bool operator !=(Digest left, Digest right) => !left.Equals(right);

    /// <summary>
    /// As <see cref="TryParse(string?, out Digest, out string?)"/>, but an algorithm that we do not know may pass, as documents are to be
    /// read.
    /// </summary>
    internal static bool TryParseAny(string? text, out Digest digest, [NotNullWhen(false)] out string? error)
    {
        error = DigestGrammar.Fault(text, allowUnknownAlgorithm: true);
        digest = error is null ? new Digest(text!) : default;
        return error is null;
    }
}
