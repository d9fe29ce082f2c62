using System.Management.Automation.Runspaces;
using Knast.Shell.CommandLine;
using Knast.Shell.Engine;

namespace Knast.Shell.Hosting;

/// <summary><c>-Pester</c>: the exit code is the number of failures.</summary>
internal sealed class PesterCommandRun(PipelineRunner runner, Runspace runspace)
{
    public int Run(PesterArguments arguments)
    {
        var command = new Command("Invoke-Pester");
        command.Parameters.Add("Path", arguments.Paths.ToArray());
        command.Parameters.Add("TagFilter", arguments.Tags.ToArray());
        command.Parameters.Add("ExcludeTagFilter", arguments.ExcludedTags.ToArray());
        command.Parameters.Add("Output", arguments.Output.ToString());
        command.Parameters.Add("ResultPath", arguments.ResultPath);
        PipelineOutcome outcome = runner.Run(command);
        if (outcome != PipelineOutcome.Completed)
            return ExitCodes.Failure;
        return runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int failed ? failed : ExitCodes.Failure;
    }
}
