using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Knast.Shell.Hosting;

namespace Knast.Shell.Engine;

/// <summary>Runs pipelines, with their output and errors rendered by Out-Default, one after another; <see cref="Stop"/> ends the running one.</summary>
internal sealed class PipelineRunner(Runspace runspace, ShellUserInterface ui, StopSignal stop)
{
    private readonly Lock _lock = new();
    private readonly Stack<Pipeline> _running = new();

    public PipelineOutcome Run(Command command) => Run(Create(command));

    public PipelineOutcome RunScript(string script, bool addToHistory = false)
    {
        Pipeline pipeline = _running.Count > 0
            ? runspace.CreateNestedPipeline(script, addToHistory)
            : runspace.CreatePipeline(script, addToHistory);
        return Run(pipeline);
    }

    /// <summary>Runs a script for its values: nothing is rendered.</summary>
    public IReadOnlyList<PSObject> Evaluate(string script)
    {
        using Pipeline pipeline = _running.Count > 0 ? runspace.CreateNestedPipeline(script, addToHistory: false) : runspace.CreatePipeline(script);
        return pipeline.Invoke();
    }

    /// <summary>Whether the last pipeline left <c>$?</c> true.</summary>
    public bool LastSucceeded() => Evaluate("$?") is [{ BaseObject: true }];

    public void Report(Exception exception)
    {
        ErrorRecord error = exception is IContainsErrorRecord contains
            ? contains.ErrorRecord
            : new ErrorRecord(exception, "KnastShell", ErrorCategory.NotSpecified, targetObject: null);
        using Pipeline pipeline = Create(new Command("Out-Default"));
        pipeline.Input.Write(EngineInternals.AsErrorOutput(error));
        pipeline.Input.Close();
        pipeline.Invoke();
    }

    /// <summary>Asks the innermost running pipeline to stop; false where none runs.</summary>
    public bool Stop()
    {
        lock (_lock)
        {
            if (!_running.TryPeek(out Pipeline? pipeline))
                return false;
            stop.Set();
            pipeline.StopAsync();
            return true;
        }
    }

    private Pipeline Create(Command command)
    {
        Pipeline pipeline = _running.Count > 0 ? runspace.CreateNestedPipeline() : runspace.CreatePipeline();
        pipeline.Commands.Add(command);
        return pipeline;
    }

    private PipelineOutcome Run(Pipeline pipeline)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(new Command("Out-Default", isScript: false, useLocalScope: true));
        lock (_lock)
        {
            stop.Reset();
            _running.Push(pipeline);
        }

        try
        {
            pipeline.Input.Close();
            pipeline.Invoke();
            return PipelineOutcome.Completed;
        }
        catch (PipelineStoppedException)
        {
            return PipelineOutcome.Stopped;
        }
        catch (RuntimeException e)
        {
            Finish();
            Report(e);
            return PipelineOutcome.Failed;
        }
        finally
        {
            Finish();
            pipeline.Dispose();
        }

        void Finish()
        {
            lock (_lock)
            {
                if (_running.TryPeek(out Pipeline? top) && top == pipeline)
                    _running.Pop();
            }

            ui.ClearProgress();
        }
    }
}
