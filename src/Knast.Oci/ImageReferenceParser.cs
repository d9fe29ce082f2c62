namespace Knast.Oci;

/// <summary>The grammar of image references, with a sentence for each way to miss it.</summary>
internal static class ImageReferenceParser
{
    private const string LegacyDefaultDomain = "index.docker.io";
    private const int MaxPathLength = 255;
    private const int MaxTagLength = 128;
    private const int IdentifierLength = 64;

    // Bounds the work and the messages; a valid reference cannot come near it.
    private const int MaxTextLength = 1024;

    /// <summary>The reference, or what is wrong with the text.</summary>
    public static (ImageReference? Reference, string? Error) Parse(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return (null, "An image reference is empty; it reads [domain/]path[:tag][@digest], as in 'busybox:latest'.");
        if (FaultOfWhole(text) is { } whole)
            return (null, whole);

        var (name, tag, digestText) = SplitSuffixes(text);
        var (domain, path) = SplitDomain(name);
        var digest = default(Digest);
        var fault = FaultOfDomain(domain) ?? FaultOfPath(path) ?? (tag is null ? null : FaultOfTag(tag));
        if (fault is null && digestText is not null)
            _ = Digest.TryParse(digestText, out digest, out fault);
        if (fault is not null)
            return (null, $"'{text}' is no image reference: {fault}");

        var defaultTag = digestText is null ? ImageReference.DefaultTag : null;
        return (new ImageReference(domain, path, tag ?? defaultTag, digestText is null ? null : digest), null);
    }

    /// <summary>What is wrong with a tag, or null.</summary>
    public static string? FaultOfTag(string tag)
    {
        if (tag.Length is 0 or > MaxTagLength)
            return $"A tag has 1 to {MaxTagLength} characters, not {tag.Length}.";
        if (tag[0] is '.' or '-' || tag.Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '_' or '.' or '-')))
            return $"The tag '{tag}' may have letters, digits, '_', '.' and '-' only, and begin with a letter, a digit or '_'.";
        return null;
    }

    /// <summary>True if what stands before the first slash is a domain and not a part of the path.</summary>
    public static bool BeginsWithDomain(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var first = slash < 0 ? "" : name[..slash];
        return first == "localhost" || first.Any(c => c is '.' or ':' || char.IsAsciiLetterUpper(c));
    }

    private static string? FaultOfWhole(string text)
    {
        if (text.Length > MaxTextLength)
            return $"An image reference of {text.Length} characters is too long; {MaxTextLength} is the limit.";
        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
            return $"'{text}' is no image reference: it holds white space or control characters.";
        if (text.Contains("://", StringComparison.Ordinal))
            return $"'{text}' is no image reference but a URL; leave '{text[..(text.IndexOf("://", StringComparison.Ordinal) + 3)]}' out.";
        if (text.Length == IdentifierLength && text.All(char.IsAsciiHexDigitLower))
            return $"'{text}' is an image identifier, not a reference; 64 hexadecimal digits cannot name a repository.";
        return null;
    }

    private static (string Name, string? Tag, string? Digest) SplitSuffixes(string text)
    {
        string? digest = null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at >= 0)
            (text, digest) = (text[..at], text[(at + 1)..]);
        var colon = text.LastIndexOf(':');
        return colon > text.LastIndexOf('/') ? (text[..colon], text[(colon + 1)..], digest) : (text, null, digest);
    }

    private static (string Domain, string Path) SplitDomain(string name)
    {
        var slash = name.IndexOf('/', StringComparison.Ordinal);
        var (domain, path) = BeginsWithDomain(name) ? (name[..slash], name[(slash + 1)..]) : (ImageReference.DefaultDomain, name);
        if (domain == LegacyDefaultDomain)
            domain = ImageReference.DefaultDomain;
        if (domain == ImageReference.DefaultDomain && !path.Contains('/', StringComparison.Ordinal))
            path = ImageReference.OfficialPrefix + path;
        return (domain, path);
    }

    private static string? FaultOfDomain(string domain)
    {
        var host = domain;
        var colon = domain.LastIndexOf(':');
        if (colon > domain.LastIndexOf(']'))
        {
            host = domain[..colon];
            var port = domain[(colon + 1)..];
            if (port.Length is 0 or > 5 || !port.All(char.IsAsciiDigit) || int.Parse(port) > 65535)
                return $"'{port}' is no port of the registry '{host}'; a port is a number from 0 to 65535.";
        }

        return IsIPv6(host) || host.Split('.').All(IsHostLabel)
            ? null
            : $"'{host}' is no host name or address of a registry (an IPv6 address stands in brackets).";
    }

    private static bool IsIPv6(string host) =>
        host.Length > 2 && host[0] == '[' && host[^1] == ']' && host[1..^1].All(c => c == ':' || char.IsAsciiHexDigit(c));

    private static bool IsHostLabel(string label) =>
        label.Length > 0 && label[0] != '-' && label[^1] != '-' && label.All(c => c == '-' || char.IsAsciiLetterOrDigit(c));

    private static string? FaultOfPath(string path)
    {
        if (path.Length > MaxPathLength)
            return $"The repository name has {path.Length} characters; {MaxPathLength} is the limit.";
        if (path.Any(char.IsAsciiLetterUpper))
#pragma warning disable CA1308 // the grammar demands lower case
            return $"The repository name '{path}' must be in lower case: '{path.ToLowerInvariant()}'.";
#pragma warning restore CA1308
        foreach (var component in path.Split('/'))
        {
            if (component.Length == 0)
                return "The repository name has an empty component: a slash too many, or nothing before the tag.";
            if (!IsPathComponent(component))
                return $"The component '{component}' of the repository name may have a-z, 0-9, and between them '.', '_', '__' or dashes.";
        }

        return null;
    }

    // alphanumeric, then any number of (separator, alphanumeric), where a separator is one '.', one or two '_', or dashes.
    private static bool IsPathComponent(string component)
    {
        var i = 0;
        while (true)
        {
            var start = i;
            while (i < component.Length && (char.IsAsciiLetterLower(component[i]) || char.IsAsciiDigit(component[i])))
                i++;
            if (i == start)
                return false;
            if (i == component.Length)
                return true;
            var separator = component[i];
            start = i;
            while (i < component.Length && component[i] == separator)
                i++;
            var most = separator switch { '.' => 1, '_' => 2, '-' => int.MaxValue, _ => 0 };
            if (i - start > most)
                return false;
        }
    }
}
