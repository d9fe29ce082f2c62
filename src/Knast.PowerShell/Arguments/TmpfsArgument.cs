using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.PowerShell.Arguments;

/// <summary>File systems in memory as people write them: <c>/run</c>, <c>/tmp:size=64MB,mode=1777</c>.</summary>
internal static class TmpfsArgument
{
    private static readonly Dictionary<string, string> Opposites = new() { ["suid"] = "nosuid", ["dev"] = "nodev", ["exec"] = "noexec" };

    /// <summary>Reads a mount.</summary>
    /// <param name="text">The destination and options; a size takes units.</param>
    /// <exception cref="Runtime.KnastException"><c>TmpfsInvalid</c>: says what is wrong.</exception>
    public static Mount Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string destination = colon < 0 ? text : text[..colon];
        string[] given = colon < 0 ? [] : text[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (!destination.StartsWith('/'))
            throw Fault(text, $"\"{destination}\" is not an absolute path");

        IEnumerable<string> defaults = Opposites.Where(pair => !given.Contains(pair.Key)).Select(pair => pair.Value);
        return new Mount
        {
            Type = "tmpfs",
            Source = "tmpfs",
            Destination = destination,
            Options = [.. defaults.Except(given), .. given.Select(option => Option(text, option))],
        };
    }

    private static string Option(string text, string option)
    {
        if (!option.StartsWith("size=", StringComparison.Ordinal) || option.EndsWith('%'))
            return option;
        return ByteSize.TryParse(option[5..], out long bytes)
            ? "size=" + bytes.ToString(CultureInfo.InvariantCulture)
            : throw Fault(text, $"\"{option[5..]}\" is no size such as 64MB, 1.5GB or 4096");
    }

    private static Runtime.KnastException Fault(string text, string what) =>
        ArgumentFault.Of("TmpfsInvalid", $"The tmpfs \"{text}\" cannot be made: {what}. Give /path or /path:size=64MB,mode=1777.", text);
}
