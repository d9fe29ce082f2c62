namespace Knast.Shell.CommandLine;

/// <summary>
/// Reads the shell's command line, whose grammar is pwsh's where the two overlap: option names ignore case, take one or two dashes, and
/// everything after <c>-Command</c> or a script belongs to it.
/// </summary>
internal static class ShellArgumentParser
{
    public static ShellArguments Parse(IReadOnlyList<string> args)
    {
        var result = new ShellArguments();
        for (int i = 0; i < args.Count; i++)
        {
            string argument = args[i];
            if (!argument.StartsWith('-') || argument == "-")
                return Script(result, argument, args, i + 1);
            switch (argument.TrimStart('-').ToUpperInvariant())
            {
                case "NOMODULE":
                    result = result with { ImportModule = false };
                    break;
                case "NONINTERACTIVE":
                    result = result with { NonInteractive = true };
                    break;
                // What pwsh's callers habitually pass; this shell has neither profile nor banner.
                case "NOPROFILE" or "NOLOGO":
                    break;
                case "HELP" or "H" or "?":
                    return result with { Mode = ShellMode.Help };
                case "VERSION" or "V":
                    return result with { Mode = ShellMode.Version };
                case "COMMAND" or "C":
                    return Command(result, argument, args, i + 1);
                case "FILE" or "F":
                    return Script(result, Value(args, i, argument), args, i + 2);
                case "PESTER":
                    return result with { Mode = ShellMode.Pester, Pester = PesterArgumentParser.Parse(args, i + 1) };
                default:
                    throw new UsageException($"'{argument}' is not an option of knast-shell.");
            }
        }

        return result;
    }

    private static ShellArguments Command(ShellArguments result, string option, IReadOnlyList<string> args, int from)
    {
        if (from == args.Count)
            throw new UsageException($"{option} wants a command, or '-' to read it from standard input.");
        string text = string.Join(' ', args.Skip(from));
        return result with { Mode = ShellMode.Command, Command = text == "-" ? null : text };
    }

    private static ShellArguments Script(ShellArguments result, string path, IReadOnlyList<string> args, int from) =>
        path == "-"
            ? result with { Mode = ShellMode.Command, Command = null }
            : result with { Mode = ShellMode.File, File = path, ScriptArguments = [.. args.Skip(from)] };

    private static string Value(IReadOnlyList<string> args, int index, string option) =>
        index + 1 < args.Count ? args[index + 1] : throw new UsageException($"{option} wants the path of a script.");
}
