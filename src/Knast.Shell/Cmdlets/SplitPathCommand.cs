using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Split-Path: a part of a path.</summary>
[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = "ParentSet")]
[OutputType(typeof(string), typeof(bool))]
public sealed class SplitPathCommand : PSCmdlet
{
    /// <summary>The paths.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LiteralPath")]
    public string[] Path { get; set; } = [];

    /// <summary>All but the last part; the default.</summary>
    [Parameter(ParameterSetName = "ParentSet")]
    public SwitchParameter Parent { get; set; }

    /// <summary>The last part.</summary>
    [Parameter(ParameterSetName = "LeafSet", Mandatory = true)]
    public SwitchParameter Leaf { get; set; }

    /// <summary>The last part without its extension.</summary>
    [Parameter(ParameterSetName = "LeafBaseSet", Mandatory = true)]
    public SwitchParameter LeafBase { get; set; }

    /// <summary>The extension with its dot.</summary>
    [Parameter(ParameterSetName = "ExtensionSet", Mandatory = true)]
    public SwitchParameter Extension { get; set; }

    /// <summary>The drive.</summary>
    [Parameter(ParameterSetName = "QualifierSet", Mandatory = true)]
    public SwitchParameter Qualifier { get; set; }

    /// <summary>All but the drive.</summary>
    [Parameter(ParameterSetName = "NoQualifierSet", Mandatory = true)]
    public SwitchParameter NoQualifier { get; set; }

    /// <summary>Whether the path is absolute.</summary>
    [Parameter(ParameterSetName = "IsAbsoluteSet", Mandatory = true)]
    public SwitchParameter IsAbsolute { get; set; }

    /// <summary>Paths that exist, with wildcards resolved.</summary>
    [Parameter]
    public SwitchParameter Resolve { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in Path)
        {
            string[] paths = Resolve ? [.. SessionState.Path.GetResolvedPSPathFromPSPath(path).Select(p => p.Path)] : [path];
            foreach (string one in paths)
            {
                WriteObject(Part(one));
            }
        }
    }

    private object Part(string path)
    {
        int colon = path.IndexOf(':', StringComparison.Ordinal);
        return ParameterSetName switch
        {
            "LeafSet" => SessionState.Path.ParseChildName(path),
            "LeafBaseSet" => System.IO.Path.GetFileNameWithoutExtension(path),
            "ExtensionSet" => System.IO.Path.GetExtension(path),
            "QualifierSet" => colon >= 0
                ? path[..(colon + 1)]
                : throw new PSArgumentException($"The path '{path}' names no drive."),
            "NoQualifierSet" => path[(colon + 1)..],
            "IsAbsoluteSet" => SessionState.Path.IsPSAbsolute(path, out _),
            _ => SessionState.Path.ParseParent(path, ""),
        };
    }
}
