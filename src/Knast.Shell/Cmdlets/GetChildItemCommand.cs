using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-ChildItem: what a container of any drive holds.</summary>
[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Items")]
public sealed class GetChildItemCommand : PSCmdlet
{
    /// <summary>Paths, wildcards allowed; the current location where not given.</summary>
    [Parameter(Position = 0, ParameterSetName = "Items", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path { get; set; } = ["."];

    /// <summary>Paths taken as they are.</summary>
    [Parameter(ParameterSetName = "LiteralItems", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get; set; }

    /// <summary>A pattern that names must match.</summary>
    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    /// <summary>Patterns of which names must match one.</summary>
    [Parameter]
    public string[]? Include { get; set; }

    /// <summary>Patterns of which names must match none.</summary>
    [Parameter]
    public string[]? Exclude { get; set; }

    /// <summary>With everything below.</summary>
    [Parameter]
    [Alias("s", "r")]
    public SwitchParameter Recurse { get; set; }

    /// <summary>So many levels below; implies -Recurse.</summary>
    [Parameter]
    public uint? Depth { get; set; }

    /// <summary>Hidden items too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Names only.</summary>
    [Parameter]
    public SwitchParameter Name { get; set; }

    /// <summary>Files only.</summary>
    [Parameter]
    [Alias("af")]
    public SwitchParameter File { get; set; }

    /// <summary>Directories only.</summary>
    [Parameter]
    [Alias("ad", "d")]
    public SwitchParameter Directory { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string path in LiteralPath ?? Path)
        {
            try
            {
                foreach (PSObject item in Children(path).Where(Wanted))
                {
                    WriteObject(Name ? item.Properties["PSChildName"]?.Value : item);
                }
            }
            catch (ItemNotFoundException e)
            {
                WriteError(new ErrorRecord(e.ErrorRecord, e));
            }
        }
    }

    private System.Collections.ObjectModel.Collection<PSObject> Children(string path)
    {
        bool recurse = Recurse || Depth is not null;
        return InvokeProvider.ChildItem.Get([path], recurse, Depth ?? uint.MaxValue, Force, LiteralPath is not null);
    }

    private bool Wanted(PSObject item)
    {
        string name = item.Properties["PSChildName"]?.Value as string ?? "";
        bool container = item.Properties["PSIsContainer"]?.Value is true;
        return (!File || !container)
            && (!Directory || container)
            && (string.IsNullOrEmpty(Filter) || Matches(Filter, name))
            && (Include is null || Include.Any(p => Matches(p, name)))
            && (Exclude is null || !Exclude.Any(p => Matches(p, name)));
    }

    private static bool Matches(string pattern, string name) => WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(name);
}
