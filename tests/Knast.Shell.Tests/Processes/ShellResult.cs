namespace Knast.Shell.Tests.Processes;

/// <summary>What a run of the shell wrote, with lines ending in a line feed, and its exit code.</summary>
public sealed record ShellResult(int ExitCode, string Output, string Error)
{
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
