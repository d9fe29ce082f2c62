using System.Management.Automation.Runspaces;
using Knast.Shell.CommandLine;
using Knast.Shell.Engine;

namespace Knast.Shell.Hosting;

/// <summary><c>-File</c>: the exit code is that of <c>exit N</c>, 1 after a terminating error, else 0.</summary>
internal sealed class ScriptRun(PipelineRunner runner, ShellHost host, ShellUserInterface ui, Runspace runspace)
{
    public int Run(string path, IReadOnlyList<string> arguments)
    {
        string fullPath = Path.GetFullPath(path);
        if (!File.Exists(fullPath))
        {
            ui.WriteErrorLine($"The script '{path}' does not exist; -File wants the path of a script file.");
            return ExitCodes.Usage;
        }

        // The engine takes only *.ps1 as a script; any other file is one when it was named here (a shebang line).
        Command command = fullPath.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase)
            ? new Command(fullPath, isScript: false, useLocalScope: false)
            : new Command(File.ReadAllText(fullPath), isScript: true, useLocalScope: false);
        foreach (CommandParameter parameter in ScriptParameters.From(arguments))
        {
            command.Parameters.Add(parameter);
        }

        EngineInternals.LetScriptFilesExit(runspace);
        PipelineOutcome outcome = runner.Run(command);
        return host.ExitCode ?? (outcome == PipelineOutcome.Completed ? ExitCodes.Success : ExitCodes.Failure);
    }
}
