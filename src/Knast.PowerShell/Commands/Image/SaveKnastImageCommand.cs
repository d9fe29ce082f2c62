using System.Management.Automation;
using Knast.Images.Registries;
using Knast.Images.Store;
using Knast.Oci;
using Knast.PowerShell.Arguments;
using Knast.PowerShell.Completion;
using Knast.PowerShell.Pipeline;

namespace Knast.PowerShell.Commands;

/// <summary>Pulls images from registries into the local store.</summary>
[Cmdlet(VerbsData.Save, "KnastImage", SupportsShouldProcess = true)]
[OutputType(typeof(Image))]
public sealed class SaveKnastImageCommand : AsyncCommand
{
    /// <summary>What to pull: <c>[registry/]repository[:tag][@digest]</c>.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Image", "Name")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageReferenceCompleter))]
    public string[] Reference { get; set; } = [];

    /// <summary><c>os/architecture</c>, instead of this machine's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Platform { get; set; }

    /// <summary>At most so many layers are downloaded at a time.</summary>
    [Parameter]
    [ValidateRange(1, 64)]
    public int MaxParallel { get; set; } = 4;

    /// <summary>Pulls in a job, which is returned.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Platform? platform = Platform is null ? null : Demand(Platform, () => PlatformArgument.Parse(Platform));
        foreach (string reference in Reference)
            Attempt(reference, () => Pull(ReferenceArgument.Parse(reference), platform));
    }

    private void Pull(ImageReference reference, Platform? platform)
    {
        if (!ShouldProcess(reference.Familiar, "Pull image"))
            return;
        ImageStore store = Engine.Images;
        var options = new PullOptions { MaxParallel = MaxParallel };
        Run(reference.Familiar, async (streams, cancellation) =>
            streams.WriteObject(await ImagePull.RunAsync(store, reference, platform, options, streams, cancellation).ConfigureAwait(false)));
    }
}
