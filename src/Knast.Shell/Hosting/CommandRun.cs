using Knast.Shell.CommandLine;
using Knast.Shell.Engine;

namespace Knast.Shell.Hosting;

/// <summary><c>-Command</c>: the exit code is that of <c>exit N</c>, else says whether the last command succeeded (<c>$?</c>).</summary>
internal sealed class CommandRun(PipelineRunner runner, ShellHost host)
{
    public int Run(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return ExitCodes.Success;
        // The engine keeps $? of commands in the history only.
        PipelineOutcome outcome = runner.RunScript(text, addToHistory: true);
        if (host.ExitCode is { } code)
            return code;
        return outcome == PipelineOutcome.Completed && runner.LastSucceeded() ? ExitCodes.Success : ExitCodes.Failure;
    }
}
