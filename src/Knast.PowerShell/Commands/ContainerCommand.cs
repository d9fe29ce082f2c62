using System.Management.Automation;
using Knast.PowerShell.Completion;
using Knast.Runtime.State;

namespace Knast.PowerShell.Commands;

/// <summary>A cmdlet that acts on existing containers: by name, id, wildcard, or piped object, one after another.</summary>
public abstract class ContainerCommand : AsyncCommand
{
    private protected const string ByName = "Name";
    private protected const string ByInputObject = "InputObject";

    /// <summary>Names, ids, beginnings of ids, or wildcards of names.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByName, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Id")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ContainerNameCompleter))]
    public string[] Name { get; set; } = [];

    /// <summary>Containers, as <c>Get-KnastContainer</c> gives them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByInputObject, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public Container[] InputObject { get; set; } = [];

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        if (ParameterSetName == ByInputObject)
        {
            foreach (Container container in InputObject)
                Attempt(container, () => Process(container));
            return;
        }

        foreach (string name in Name)
            Attempt(name, () => ProcessName(name));
    }

    /// <summary>Acts on one container.</summary>
    private protected abstract void Process(Container container);

    private void ProcessName(string name)
    {
        IEnumerable<Container> containers = WildcardPattern.ContainsWildcardCharacters(name)
            ? Engine.Find(new CatalogueContainerQuery { Name = name })
            : [Engine.Get(name)];
        foreach (Container container in containers)
            Attempt(container, () => Process(container));
    }
}
