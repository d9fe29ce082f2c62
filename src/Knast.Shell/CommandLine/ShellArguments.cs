namespace Knast.Shell.CommandLine;

/// <summary>The shell's command line, parsed and checked.</summary>
internal sealed record ShellArguments
{
    public ShellMode Mode { get; init; } = ShellMode.Interactive;

    /// <summary>The text of <c>-Command</c>; null where it comes from standard input.</summary>
    public string? Command { get; init; }

    /// <summary>The script of <c>-File</c>, as given.</summary>
    public string? File { get; init; }

    /// <summary>What follows the script: names with their dash, and values.</summary>
    public IReadOnlyList<string> ScriptArguments { get; init; } = [];

    /// <summary>Whether the Knast module is imported first.</summary>
    public bool ImportModule { get; init; } = true;

    /// <summary>Whether prompts are refused instead of asked.</summary>
    public bool NonInteractive { get; init; }

    public PesterArguments Pester { get; init; } = new();
}
