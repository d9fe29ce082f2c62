using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Test-Path: whether something is there.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = "Path")]
[OutputType(typeof(bool))]
public sealed class TestPathCommand : PSCmdlet
{
    /// <summary>Paths, wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string?[]? Path { get; set; }

    /// <summary>Paths taken as they are.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public string?[]? LiteralPath { get; set; }

    /// <summary>Any, Container or Leaf.</summary>
    [Parameter]
    [Alias("Type")]
    [ValidateSet("Any", "Container", "Leaf")]
    public string PathType { get; set; } = "Any";

    /// <summary>Whether the path could be one; nothing need be there.</summary>
    [Parameter]
    public SwitchParameter IsValid { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string? path in LiteralPath ?? Path ?? [null])
        {
            WriteObject(!string.IsNullOrWhiteSpace(path) && Test(path));
        }
    }

    private bool Test(string path)
    {
        try
        {
            if (IsValid)
                return SessionState.Path.IsValid(path);
            bool literal = LiteralPath is not null;
            if (!InvokeProvider.Item.Exists(path, force: true, literal))
                return false;
            if (PathType == "Any")
                return true;
            bool container = InvokeProvider.Item.IsContainer(literal ? WildcardPattern.Escape(path) : path);
            return container == (PathType == "Container");
        }
        catch (Exception e) when (e is ItemNotFoundException or System.Management.Automation.DriveNotFoundException or ProviderNotFoundException)
        {
            return false;
        }
    }
}
