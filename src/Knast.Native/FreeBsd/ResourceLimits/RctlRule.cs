using System.Globalization;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>A rule of rctl(8): <c>subject:id:resource:action=amount/per</c>. As a filter, what is empty matches all.</summary>
/// <param name="Subject">What is counted: <c>jail</c>, <c>process</c>, <c>user</c>, <c>loginclass</c>.</param>
/// <param name="Id">Which: a jail's name, a process id, a user id or name, a class.</param>
/// <param name="Resource">What of it, such as <c>memoryuse</c>, <c>maxproc</c>, <c>pcpu</c> (rctl(8), RESOURCES).</param>
/// <param name="Action">What happens: <c>deny</c>, <c>log</c>, <c>devctl</c>, <c>throttle</c>, <c>sigterm</c> …</param>
/// <param name="Amount">From how much on, in the resource's unit; null in a filter.</param>
/// <param name="Per">For each of which subject; empty for the subject itself.</param>
public sealed record RctlRule(string Subject, string Id, string Resource, string Action, long? Amount, string Per = "")
{
    /// <summary>A rule that denies a jail more of a resource.</summary>
    /// <param name="jail">The jail's name.</param>
    /// <param name="resource">The resource.</param>
    /// <param name="amount">The most, in the resource's unit.</param>
    public static RctlRule Deny(string jail, string resource, long amount) => new("jail", jail, resource, "deny", amount);

    /// <summary>A filter that matches all rules of a jail.</summary>
    /// <param name="jail">The jail's name.</param>
    public static RctlRule OfJail(string jail) => new("jail", jail, "", "", null);

    /// <summary>Reads a rule as the kernel writes it.</summary>
    /// <param name="text">The rule.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public static RctlRule Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':');
        if (parts.Length > 4)
        {
            throw new FormatException($"\"{text}\" is no rule of rctl: it has more than subject:id:resource:action=amount/per.");
        }

        (string action, long? amount, string per) = ParseAction(parts.Length == 4 ? parts[3] : "", text);
        return new RctlRule(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "", action, amount, per);
    }

    /// <summary>As the kernel reads it.</summary>
    public override string ToString()
    {
        string amount = Amount is { } number ? "=" + number.ToString(CultureInfo.InvariantCulture) : "";
        string per = Per.Length == 0 ? "" : "/" + Per;
        return $"{Subject}:{Id}:{Resource}:{Action}{amount}{per}";
    }

    private static (string Action, long? Amount, string Per) ParseAction(string text, string whole)
    {
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        string per = slash < 0 ? "" : text[(slash + 1)..];
        string before = slash < 0 ? text : text[..slash];
        int equals = before.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
        {
            return (before, null, per);
        }

        return long.TryParse(before.AsSpan(equals + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long amount)
            ? (before[..equals], amount, per)
            : throw new FormatException($"\"{whole}\" is no rule of rctl: {before[(equals + 1)..]} is no number.");
    }
}
