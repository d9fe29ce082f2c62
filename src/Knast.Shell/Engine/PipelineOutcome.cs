namespace Knast.Shell.Engine;

/// <summary>How a pipeline ended.</summary>
internal enum PipelineOutcome
{
    Completed,

    /// <summary>A terminating error, which has been shown.</summary>
    Failed,

    /// <summary>Ctrl+C or a signal.</summary>
    Stopped,
}
