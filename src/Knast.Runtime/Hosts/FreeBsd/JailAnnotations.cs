using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>
/// Understands the annotations that users of podman and ocijail write, beside the specification's own section. What both say must agree.
/// </summary>
internal static class JailAnnotations
{
    private const string ParentJail = "org.freebsd.parentJail";
    private const string Prefix = "org.freebsd.jail.";
    private const string AllowPrefix = "allow.";

    /// <summary>What a configuration asks of its jail.</summary>
    /// <exception cref="KnastException"><c>AnnotationContradiction</c>, <c>AnnotationUnknown</c>.</exception>
    public static JailRequest Complete(RuntimeConfig config)
    {
        FreeBsdJail jail = config.FreeBsd?.Jail ?? new FreeBsdJail();
        var allow = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach ((string key, string value) in config.Annotations.OrderBy(item => item.Key, StringComparer.Ordinal))
        {
            if (key == ParentJail)
            {
                jail = jail with { Parent = Agree(key, jail.Parent, value) };
            }
            else if (key.StartsWith(Prefix + AllowPrefix, StringComparison.Ordinal))
            {
                AddAllow(jail, allow, key, value);
            }
            else if (key.StartsWith(Prefix, StringComparison.Ordinal))
            {
                jail = Apply(jail, key, value);
            }
        }

        return new JailRequest(jail, allow);
    }

    private static FreeBsdJail Apply(FreeBsdJail jail, string key, string value) => key[Prefix.Length..] switch
    {
        "vnet" => jail with { Vnet = Agree(key, jail.Vnet, OneOf(key, value, FreeBsdJail.New, FreeBsdJail.Inherit)) },
        "ip4.addr" => jail with { Ip4Addr = Agree(key, jail.Ip4Addr, value) },
        "ip6.addr" or "ip6.add" => jail with { Ip6Addr = Agree(key, jail.Ip6Addr, value) },
        "sysvmsg" => jail with { Sysvmsg = Agree(key, jail.Sysvmsg, Sharing(key, value)) },
        "sysvsem" => jail with { Sysvsem = Agree(key, jail.Sysvsem, Sharing(key, value)) },
        "sysvshm" => jail with { Sysvshm = Agree(key, jail.Sysvshm, Sharing(key, value)) },

        // What a runtime reports, copied back by a caller.
        "jid" => jail,
        _ => throw new KnastException(
            "AnnotationUnknown", KnastErrorKind.InvalidArgument, $"The annotation {key}={value} names no property of a jail that Knast knows.", key,
            "Use the freebsd.jail section of the configuration, or -JailParameter."),
    };

    private static void AddAllow(FreeBsdJail jail, Dictionary<string, bool> allow, string key, string value)
    {
        bool isOn = value switch
        {
            "true" or "1" => true,
            "false" or "0" => false,
            _ => throw new KnastException(
                "AnnotationInvalid", KnastErrorKind.InvalidArgument, $"The annotation {key} is \"{value}\"; true, false, 1 and 0 are known.", key),
        };
        string name = key[(Prefix.Length + AllowPrefix.Length)..];
        if (JailAllow.Of(jail).TryGetValue(name, out bool own) && own != isOn)
        {
            throw Contradiction(key, value, own ? "true" : "false");
        }

        allow[name] = isOn;
    }

    private static string Sharing(string key, string value) => OneOf(key, value, FreeBsdJail.New, FreeBsdJail.Inherit, FreeBsdJail.Disable);

    private static string OneOf(string key, string value, params string[] known) => known.Contains(value)
        ? value
        : throw new KnastException(
            "AnnotationInvalid", KnastErrorKind.InvalidArgument, $"The annotation {key} is \"{value}\"; {string.Join(", ", known)} are known.", key);

    private static string Agree(string key, string? section, string annotation) =>
        section is null || section == annotation ? annotation : throw Contradiction(key, annotation, section);

    private static string[] Agree(string key, IReadOnlyList<string> section, string annotation)
    {
        string[] values = annotation.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return section.Count == 0 || section.Order().SequenceEqual(values.Order())
            ? values
            : throw Contradiction(key, annotation, string.Join(',', section));
    }

    private static KnastException Contradiction(string key, string annotation, string section) => new(
        "AnnotationContradiction", KnastErrorKind.InvalidArgument,
        $"The annotation {key} says \"{annotation}\", the freebsd.jail section says \"{section}\".", key, "Leave one of the two out.");
}
