using System.Management.Automation;
using Knast.PowerShell.Pipeline;
using Knast.Runtime;

namespace Knast.PowerShell.Commands;

/// <summary>Creates containers (OCI <em>create</em>) from images or a bundle: everything is ready, the program waits.</summary>
[Cmdlet(VerbsCommon.New, "KnastContainer", DefaultParameterSetName = ByReference, SupportsShouldProcess = true)]
[OutputType(typeof(Container))]
public sealed class NewKnastContainerCommand : ImageContainerCommand
{
    private const string ByBundle = "Bundle";

    /// <summary>An OCI bundle: a directory with <c>config.json</c> and the root file system that it names.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByBundle, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Bundle { get; set; }

    /// <summary>The name; one is made up where none is given.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [Parameter(ParameterSetName = ByBundle, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        CreateRequest request = Demand(Name, () => ReadRequest(Name));
        switch (ParameterSetName)
        {
            case ByBundle:
                string bundle = ResolvePath(Bundle!);
                Create(bundle, bundle, (_, _) => Task.FromResult(request with { Bundle = bundle }));
                break;
            case ByImage:
                foreach (Image image in InputObject)
                    Create(image, image.ToString(), (_, _) => Task.FromResult(request with { Image = image }));
                break;
            default:
                foreach (string image in Image)
                    Create(image, image, async (streams, cancellation) => request with { Image = await GetImageAsync(image, streams, cancellation).ConfigureAwait(false) });
                break;
        }
    }

    private void Create(object target, string what, Func<ICommandStreams, CancellationToken, Task<CreateRequest>> complete)
    {
        if (!ShouldProcess(string.IsNullOrEmpty(Name) ? what : $"{Name} from {what}", "Create container"))
            return;
        ContainerEngine engine = Engine;
        Run(target, async (streams, cancellation) =>
        {
            CreateRequest request = await complete(streams, cancellation).ConfigureAwait(false);
            streams.WriteVerbose($"Creating {(request.Name is null ? "a container" : $"container '{request.Name}'")} from {what}.");
            using var progress = new ImageProgressReporter(streams, $"Creating a container from {what}");
            streams.WriteObject(engine.Create(request with { Progress = progress }, cancellation));
        });
    }
}
