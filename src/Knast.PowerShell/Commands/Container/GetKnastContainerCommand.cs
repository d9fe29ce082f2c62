using System.Management.Automation;
using Knast.PowerShell.Arguments;
using Knast.PowerShell.Completion;
using Knast.Runtime.State;

namespace Knast.PowerShell.Commands;

/// <summary>Gets containers, as they are now.</summary>
[Cmdlet(VerbsCommon.Get, "KnastContainer", DefaultParameterSetName = ByName)]
[OutputType(typeof(Container))]
public sealed class GetKnastContainerCommand : KnastCommand
{
    private const string ByName = "Name";
    private const string ByInputObject = "InputObject";
    private readonly List<Container> _found = [];

    /// <summary>Names, ids, beginnings of ids, or wildcards of names. All where it is not given.</summary>
    [Parameter(Position = 0, ParameterSetName = ByName, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContainerNameCompleter))]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Containers to look at again.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public Container[] InputObject { get; set; } = [];

    /// <summary>Only those with one of these.</summary>
    [Parameter]
    public ContainerStatus[]? Status { get; set; }

    /// <summary>Only those of images whose reference matches one of these; wildcards are allowed, and the tag may be left out.</summary>
    [Parameter]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageReferenceCompleter))]
    public string[]? Image { get; set; }

    /// <summary>Only those with all these labels: a hashtable, <c>name=value</c>, or <c>name</c> for any value; values may have wildcards.</summary>
    [Parameter]
    [LabelFilterTransformation]
    [ValidateNotNullOrEmpty]
    public Dictionary<string, string>? Label { get; set; }

    /// <summary>Only the one that was created last.</summary>
    [Parameter]
    public SwitchParameter Latest { get; set; }

    /// <summary>At most so many.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? First { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByInputObject)
        {
            foreach (Container container in InputObject)
                Attempt(container, () => Add(Engine.Get(container.Id)));
            return;
        }

        foreach (string name in Name)
            Attempt(name, () => Find(name));
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Latest && _found.Count > 0)
            WriteObject(_found.MaxBy(container => container.Created));
    }

    private void Find(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            Add(Engine.Get(name));
            return;
        }

        foreach (Container container in Engine.Find(new CatalogueContainerQuery { Name = name }))
            Add(container);
    }

    private void Add(Container container)
    {
        bool isWanted = (First is null || _found.Count < First)
            && !_found.Exists(found => found.Id == container.Id)
            && ContainerFilter.Matches(container, Status, Image, Label);
        if (!isWanted)
            return;
        _found.Add(container);
        if (!Latest)
            WriteObject(container);
    }
}
