using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>What cmdlets that take -Path (with wildcards) or -LiteralPath share.</summary>
public abstract class PathCommandBase : PSCmdlet
{
    /// <summary>Paths, wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    /// <summary>Paths taken as they are.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get; set; }

    private protected bool IsLiteral => LiteralPath is not null;

    private protected string[] Paths => LiteralPath ?? Path ?? [];

    /// <summary>What exists of the paths; a literal name that matches nothing is an error, a pattern is not.</summary>
    private protected List<PathInfo> Existing()
    {
        var result = new List<PathInfo>();
        foreach (string path in Paths)
        {
            OnItem(path, () =>
            {
                string pattern = IsLiteral ? WildcardPattern.Escape(path) : path;
                result.AddRange(SessionState.Path.GetResolvedPSPathFromPSPath(pattern));
            });
        }

        return result;
    }

    /// <summary>Runs a provider operation, whose failure is that item's error and no more.</summary>
    private protected void OnItem(object target, Action action)
    {
        try
        {
            action();
        }
        catch (RuntimeException e) when (e is not PipelineStoppedException)
        {
            WriteError(new ErrorRecord(e.ErrorRecord, e));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Security.SecurityException or NotSupportedException)
        {
            WriteError(new ErrorRecord(e, e.GetType().Name, ErrorCategory.NotSpecified, target));
        }
    }
}
