using Knast.Native.Kernel;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>The parameters <c>meta</c> and <c>env</c>: lines of <c>key=value</c>, as a whole and by key (<c>meta.key</c>).</summary>
internal static class JailKeyValues
{
    private const int LargestSize = 4096;

    /// <summary>The text after a change.</summary>
    public static string Set(OptionList options, string name, string old, bool isOnlyCheck)
    {
        string text = options.Text(name) ?? old;
        foreach (Option option in options.All.Where(option => option.Name.StartsWith(name + ".", StringComparison.Ordinal)))
        {
            option.IsSeen = true;
            string key = option.Name[(name.Length + 1)..];
            string? value = option.Length == 0 ? null : options.Text(option.Name);
            IEnumerable<string> others = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith(key + "=", StringComparison.Ordinal));
            text = string.Concat((value is null ? others : others.Append($"{key}={value}")).Select(static line => line + "\n"));
        }

        KernelError.Unless(text.Length < LargestSize, ErrorCode.EFBIG, $"{name} is larger than {LargestSize} bytes");
        return isOnlyCheck ? old : text;
    }

    /// <summary>Answers.</summary>
    public static void Get(OptionList options, string name, string text)
    {
        options.SetText(name, text);
        foreach (Option option in options.All.Where(option => option.Name.StartsWith(name + ".", StringComparison.Ordinal)).ToArray())
        {
            string key = option.Name[(name.Length + 1)..];
            string? line = text.Split('\n').FirstOrDefault(line => line.StartsWith(key + "=", StringComparison.Ordinal));
            if (line is not null)
            {
                options.SetText(option.Name, line[(key.Length + 1)..]);
            }
            else
            {
                option.IsSeen = true;
                (option.Value, option.Length) = (null, 0);
            }
        }
    }
}
