using System.Globalization;
using Knast.Native.FreeBsd.Devfs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>The devices that a container sees: everything is hidden, then a few are shown (devfs(8), runtime-spec config-freebsd.md "Devices").</summary>
internal static class DevfsRulesetPlan
{
    /// <summary>The place of the rule that hides all; adding it claims the ruleset.</summary>
    public const ushort FirstNumber = 100;

    private const ushort Step = 100;

    private static readonly string[] Shown =
    [
        "null", "zero", "full", "random", "urandom", "tty", "console", "ptmx", "pts", "pts/*", "fd", "fd/*", "stdin", "stdout", "stderr",
    ];

    /// <summary>The rules in order, the first of which hides all.</summary>
    /// <param name="ruleset">The ruleset's number.</param>
    /// <param name="devices">Devices that the configuration names.</param>
    /// <param name="mountRules">Rules of the mount, such as <c>path shm unhide mode 1777</c>.</param>
    /// <exception cref="KnastException"><c>DevfsRuleInvalid</c>.</exception>
    public static IReadOnlyList<DevfsRule> Compose(ushort ruleset, IReadOnlyList<FreeBsdDevice> devices, IReadOnlyList<string> mountRules)
    {
        var rules = new List<DevfsRule> { new(ruleset, FirstNumber) { Visibility = DevfsVisibility.Hide } };
        void Add(string pattern, ushort? mode, DevfsVisibility visibility = DevfsVisibility.Unhide) => rules.Add(
            new DevfsRule(ruleset, (ushort)(FirstNumber + (rules.Count * Step))) { Pattern = pattern, Visibility = visibility, Mode = mode });
        foreach (string pattern in Shown)
        {
            Add(pattern, null);
        }

        foreach (FreeBsdDevice device in devices)
        {
            foreach (string directory in Parents(device.Path))
            {
                Add(directory, null);
            }

            Add(device.Path, (ushort?)device.Mode);
        }

        foreach (string rule in mountRules)
        {
            (string pattern, ushort? mode, DevfsVisibility visibility) = Parse(rule);
            Add(pattern, mode, visibility);
        }

        return rules;
    }

    // A device in a directory is seen only where the directory is.
    private static IEnumerable<string> Parents(string path)
    {
        for (int slash = path.IndexOf('/'); slash > 0; slash = path.IndexOf('/', slash + 1))
        {
            yield return path[..slash];
        }
    }

    private static (string Pattern, ushort? Mode, DevfsVisibility Visibility) Parse(string rule)
    {
        string[] words = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["path", var pattern, "unhide"] => (pattern, null, DevfsVisibility.Unhide),
            ["path", var pattern, "hide"] => (pattern, null, DevfsVisibility.Hide),
            ["path", var pattern, "unhide", "mode", var mode] => (pattern, Mode(mode, rule), DevfsVisibility.Unhide),
            ["path", var pattern, "mode", var mode] => (pattern, Mode(mode, rule), DevfsVisibility.None),
            _ => throw Invalid(rule),
        };
    }

    private static ushort Mode(string text, string rule)
    {
        const int octal = 8;
        if (text.Length is > 0 and < 6 && text.All(digit => digit is >= '0' and <= '7'))
        {
            return Convert.ToUInt16(text, octal);
        }

        throw Invalid(rule);
    }

    private static KnastException Invalid(string rule) => new(
        "DevfsRuleInvalid", KnastErrorKind.InvalidArgument,
        string.Create(CultureInfo.InvariantCulture, $"\"{rule}\" is no devfs rule such as \"path pf unhide mode 0600\"."), rule);
}
