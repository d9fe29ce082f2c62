using System.Buffers;

namespace Knast.Oci;

/// <summary>The grammar of digests (image-spec descriptor.md, "Digests").</summary>
internal static class DigestGrammar
{
    // No grammar bounds the length; nothing registered comes near this, and a digest becomes a file name.
    private const int MaxLength = 255;

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly SearchValues<char> EncodedCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789=_-");

    /// <summary>The number of hexadecimal digits after the colon; 0 for an algorithm that is not supported.</summary>
    public static int HexLength(string algorithm) => algorithm switch
    {
        Digest.Sha256 => 64,
        Digest.Sha512 => 128,
        _ => 0,
    };

    /// <summary>What is wrong with the text as a digest, or null.</summary>
    public static string? Fault(string? text, bool allowUnknownAlgorithm)
    {
        if (string.IsNullOrEmpty(text))
            return "A digest is empty; it reads 'sha256:' and 64 hexadecimal digits.";
        if (text.Length > MaxLength)
            return $"A digest of {text.Length} characters is too long; 'sha512:' and 128 hexadecimal digits is the longest.";
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            return $"'{text}' is no digest: it has no colon between algorithm and hash, as in 'sha256:' and 64 hexadecimal digits.";
        return FaultOfParts(text, text[..colon], text[(colon + 1)..], allowUnknownAlgorithm);
    }

    private static string? FaultOfParts(string text, string algorithm, string encoded, bool allowUnknownAlgorithm)
    {
        if (HexLength(algorithm) is > 0 and var digits)
        {
            if (encoded.Length != digits)
                return $"'{text}' is no digest: {algorithm} has {digits} hexadecimal digits, not {encoded.Length}.";
            return encoded.AsSpan().ContainsAnyExcept(HexDigits)
                ? $"'{text}' is no digest: after the colon only the digits 0-9 and a-f (lower case) may stand."
                : null;
        }

        if (!IsAlgorithm(algorithm))
            return $"'{text}' is no digest: '{algorithm}' cannot name an algorithm; 'sha256' and 'sha512' do.";
        if (!allowUnknownAlgorithm)
            return $"The digest algorithm '{algorithm}' of '{text}' is not supported; sha256 and sha512 are.";
        return encoded.Length == 0 || encoded.AsSpan().ContainsAnyExcept(EncodedCharacters)
            ? $"'{text}' is no digest: after the colon stand letters, digits, '=', '_' and '-', at least one."
            : null;
    }

    private static bool IsAlgorithm(string text)
    {
        var afterSeparator = true;
        foreach (var c in text)
        {
            var isSeparator = c is '+' or '.' or '_' or '-';
            if (isSeparator ? afterSeparator : !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c)))
                return false;
            afterSeparator = isSeparator;
        }

        return !afterSeparator;
    }
}
