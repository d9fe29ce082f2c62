using System.Globalization;
using System.Text;

namespace Knast.Simulation.Options;

/// <summary>Sizes with suffixes (vfs_getopt_size).</summary>
internal static class OptionSize
{
    private const string Suffixes = "kmgt";
    private const int Step = 1024;

    /// <summary>A size in bytes; null where it is missing or says nothing.</summary>
    public static long? Read(OptionList options, string name)
    {
        if (options.Find(name)?.Value is not { Length: > 1 } value || value[^1] != 0)
        {
            return null;
        }

        string text = Encoding.Latin1.GetString(value, 0, Array.IndexOf(value, (byte)0));
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (digits == 0 || text.Length - digits > 1 || !long.TryParse(text[..digits], CultureInfo.InvariantCulture, out long number))
        {
            return null;
        }

        int power = digits == text.Length ? 0 : Suffixes.IndexOf(char.ToLowerInvariant(text[^1]), StringComparison.Ordinal) + 1;
        for (int step = 0; step < power; step++)
        {
            number *= Step;
        }

        return digits < text.Length && power == 0 ? null : number;
    }
}
