namespace Knast.Shell.CommandLine;

/// <summary>Reads what follows <c>-Pester</c>: paths, and options in any place among them.</summary>
internal static class PesterArgumentParser
{
    public static PesterArguments Parse(IReadOnlyList<string> args, int from)
    {
        var result = new PesterArguments();
        var paths = new List<string>();
        for (int i = from; i < args.Count; i++)
        {
            string argument = args[i];
            if (!argument.StartsWith('-'))
            {
                paths.Add(argument);
                continue;
            }

            result = Option(result, argument, i + 1 < args.Count ? args[++i] : throw new UsageException($"{argument} wants a value."));
        }

        if (paths.Count == 0)
            throw new UsageException("-Pester wants at least one *.Tests.ps1 file or folder.");
        return result with { Paths = paths };
    }

    private static PesterArguments Option(PesterArguments result, string option, string value) =>
        option.TrimStart('-').ToUpperInvariant() switch
        {
            "TAG" => result with { Tags = [.. result.Tags, .. List(value)] },
            "EXCLUDETAG" => result with { ExcludedTags = [.. result.ExcludedTags, .. List(value)] },
            "OUTPUT" => result with { Output = Verbosity(value) },
            "RESULTPATH" => result with { ResultPath = value },
            _ => throw new UsageException($"'{option}' is not an option of -Pester; it takes -Tag, -ExcludeTag, -Output, -ResultPath."),
        };

    private static string[] List(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static PesterVerbosity Verbosity(string value) =>
        Enum.TryParse(value, ignoreCase: true, out PesterVerbosity verbosity) && Enum.IsDefined(verbosity)
            ? verbosity
            : throw new UsageException($"-Output '{value}' is none of Detailed, Normal, None.");
}
