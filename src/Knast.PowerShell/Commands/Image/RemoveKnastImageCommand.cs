using System.Management.Automation;
using Knast.Images.Store;
using Knast.PowerShell.Completion;

namespace Knast.PowerShell.Commands;

/// <summary>Removes images from the local store; of an image with several names only the name that is given.</summary>
[Cmdlet(VerbsCommon.Remove, "KnastImage", DefaultParameterSetName = ByReference, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Image))]
public sealed class RemoveKnastImageCommand : KnastCommand
{
    private const string ByReference = "Reference";
    private const string ByImage = "InputObject";

    /// <summary>References, ids, beginnings of ids, or wildcards of references.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByReference, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Id")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageReferenceCompleter))]
    public string[] Reference { get; set; } = [];

    /// <summary>Images, as <c>Get-KnastImage</c> gives them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByImage, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public Image[] InputObject { get; set; } = [];

    /// <summary>Removes images that containers use, too, and does not ask. The containers keep the layers that they run on.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Returns the removed images as they were.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByImage)
        {
            foreach (Image image in InputObject)
                Attempt(image, () => Remove(image));
            return;
        }

        foreach (string reference in Reference)
            Attempt(reference, () => RemoveMatching(reference));
    }

    private void RemoveMatching(string reference)
    {
        foreach (Image image in ImageSelection.Find(Engine.Images, reference))
            Attempt(image, () => Remove(image));
    }

    private void Remove(Image image)
    {
        if (!Confirm(image.ToString(), "Remove image", Force))
            return;
        WriteVerbose($"Removing image '{image}' ({image.Id}).");
        ImageRemoval removal = Engine.Images.Remove(image.ToString(), Force, Engine.ImageUse());
        foreach (Image removed in PassThru ? removal.Removed : [])
            WriteObject(removed);
    }
}
