using System.Management.Automation;
using Knast.PowerShell.Pipeline;
using Knast.Runtime;

namespace Knast.PowerShell.Commands;

/// <summary>Runs a command in a new container of an image, hands its output on line by line, and removes the container.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "KnastImage", DefaultParameterSetName = ByReference, SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(CommandResult))]
public sealed class InvokeKnastImageCommand : ImageContainerCommand
{
    /// <summary>The container's name while it runs; one is made up where none is given.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <summary>Returns one object with the exit code and the lines of both streams, instead of lines as they come.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Makes an exit code other than 0 a non-terminating error.</summary>
    [Parameter]
    public SwitchParameter ErrorOnExitCode { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        CreateRequest request = Demand(Name, () => ReadRequest(Name));
        if (ParameterSetName == ByImage)
        {
            foreach (Image image in InputObject)
                Invoke(image, image.ToString(), (_, _) => Task.FromResult(request with { Image = image }));
            return;
        }

        foreach (string image in Image)
            Invoke(image, image, async (streams, cancellation) => request with { Image = await GetImageAsync(image, streams, cancellation).ConfigureAwait(false) });
    }

    private void Invoke(object target, string what, Func<ICommandStreams, CancellationToken, Task<CreateRequest>> complete)
    {
        if (!ShouldProcess(what, "Run in a new container"))
            return;
        var run = new ContainerRun(Engine, PassThru ? null : WriteLine);
        CommandResult? result = null;
        Run(target, async (streams, cancellation) => result = run.Execute(await complete(streams, cancellation).ConfigureAwait(false), streams, cancellation));
        if (result is not null)
            Conclude(target, what, result);
    }

    private void Conclude(object target, string what, CommandResult result)
    {
        SessionState.PSVariable.Set("global:LASTEXITCODE", result.ExitCode ?? -1);
        if (PassThru)
            WriteObject(result);
        if (!ErrorOnExitCode || result.ExitCode == 0)
            return;
        string message = result.ExitCode is { } code
            ? $"The command in a container of {what} ended with exit code {code}."
            : $"Nobody saw how the command in a container of {what} ended.";
        WriteError(new ErrorRecord(new InvalidOperationException(message), "CommandFailed", ErrorCategory.FromStdErr, target));
    }

    // Standard error is shown and can be captured (6>, -InformationVariable), but is neither output nor an error of the shell: programs write progress there.
    private static void WriteLine(ContainerLogLine line, ICommandStreams streams)
    {
        if (line.Stream == ContainerLogStream.Output)
            streams.WriteObject(line.Text);
        else
            streams.WriteHostLine(line.Text);
    }
}
