using System.Collections;
using System.Management.Automation.Runspaces;
using Knast.Shell.CommandLine;
using Knast.Shell.Engine;

namespace Knast.Shell.Hosting;

/// <summary><c>-Pester</c>: the exit code is the number of failures.</summary>
internal sealed class PesterCommandRun(PipelineRunner runner, Runspace runspace)
{
    public int Run(PesterArguments arguments)
    {
        // As a script, for only within one do errors that tests write reach the host.
        var command = new Command("param($parameters) Invoke-Pester @parameters", isScript: true);
        command.Parameters.Add("parameters", new Hashtable
        {
            ["Path"] = arguments.Paths.ToArray(),
            ["TagFilter"] = arguments.Tags.ToArray(),
            ["ExcludeTagFilter"] = arguments.ExcludedTags.ToArray(),
            ["Output"] = arguments.Output.ToString(),
            ["ResultPath"] = arguments.ResultPath,
        });
        PipelineOutcome outcome = runner.Run(command);
        if (outcome != PipelineOutcome.Completed)
            return ExitCodes.Failure;
        return runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int failed ? failed : ExitCodes.Failure;
    }
}
