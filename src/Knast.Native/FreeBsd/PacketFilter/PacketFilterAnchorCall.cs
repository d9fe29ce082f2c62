using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>A rule that evaluates an anchor. Rules in an anchor that nothing calls are never looked at.</summary>
/// <param name="Ruleset">The list that is evaluated, as the list of the calling rule.</param>
/// <param name="Path">What is called, from the main ruleset on; for a wildcard the anchor above, empty for the main ruleset.</param>
/// <param name="IsWildcard">Whether each anchor right below <paramref name="Path"/> is evaluated instead of itself.</param>
/// <param name="IsConditional">Whether the rule is about some packets only, such as those of one interface.</param>
public sealed record PacketFilterAnchorCall(PacketFilterRulesetType Ruleset, string Path, bool IsWildcard, bool IsConditional)
{
    private const string Wildcard = "*";

    /// <summary>Whether an anchor is evaluated by it.</summary>
    /// <param name="anchor">The anchor's path, such as <c>knast</c> or <c>knast/web</c>.</param>
    public bool Evaluates(string anchor)
    {
        ArgumentException.ThrowIfNullOrEmpty(anchor);
        int slash = anchor.LastIndexOf('/');
        return IsWildcard ? Path == (slash < 0 ? "" : anchor[..slash]) : Path == anchor;
    }

    /// <summary>Reads the calls of anchors in an anchor, or in the main ruleset.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="anchor">The calling anchor; empty for the main ruleset.</param>
    /// <param name="ruleset">Which list.</param>
    /// <exception cref="NativeException">EINVAL: there is no such anchor. EBUSY: the list changed meanwhile.</exception>
    public static IReadOnlyList<PacketFilterAnchorCall> ReadAll(
        IKernel kernel, Operand device, string anchor, PacketFilterRulesetType ruleset)
    {
        (uint ticket, int count) = PacketFilterGetRules.Invoke(kernel, device, anchor, ruleset);
        var calls = new List<PacketFilterAnchorCall>();
        for (int number = 0; number < count; number++)
        {
            if (From(PacketFilterGetRule.Invoke(kernel, device, anchor, ruleset, ticket, number), anchor) is { } call)
            {
                calls.Add(call);
            }
        }

        return calls;
    }

    /// <summary>Reads the call out of a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="anchor">The anchor that the rule is in; empty for the main ruleset.</param>
    /// <returns>Null where it calls none.</returns>
    public static PacketFilterAnchorCall? From(PacketFilterRule rule, string anchor)
    {
        ArgumentNullException.ThrowIfNull(rule);
        if (rule.AnchorCall.Length == 0)
        {
            return null;
        }

        List<string> path = Resolve(rule.AnchorCall, anchor);
        bool isWildcard = path is [.., Wildcard];
        if (isWildcard)
        {
            path.RemoveAt(path.Count - 1);
        }

        return new PacketFilterAnchorCall(rule.Ruleset, string.Join('/', path), isWildcard, IsAboutSome(rule));
    }

    // A path that begins with a slash starts at the main ruleset, any other where the rule is, and ".." goes up.
    private static List<string> Resolve(string call, string anchor)
    {
        List<string> path = call.StartsWith('/') ? [] : [.. anchor.Split('/', StringSplitOptions.RemoveEmptyEntries)];
        foreach (string component in call.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (component != "..")
            {
                path.Add(component);
            }
            else if (path.Count != 0)
            {
                path.RemoveAt(path.Count - 1);
            }
        }

        return path;
    }

    private static bool IsAboutSome(PacketFilterRule rule) =>
        rule.Interface.Length != 0 || rule.Direction != PacketFilterDirection.Both || rule.Family != 0
        || rule.Protocol != InternetProtocol.Any || rule.Source != PacketFilterEndpoint.Any || rule.Destination != PacketFilterEndpoint.Any
        || rule.TcpFlagsMask != TcpFlags.None || rule.MatchTag.Length != 0;
}
