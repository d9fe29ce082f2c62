using System.Management.Automation;
using Knast.Images.Store;
using Knast.PowerShell.Arguments;
using Knast.PowerShell.Completion;

namespace Knast.PowerShell.Commands;

/// <summary>Gets images of the local store, each with the number of its containers.</summary>
[Cmdlet(VerbsCommon.Get, "KnastImage", DefaultParameterSetName = ByReference)]
[OutputType(typeof(Image))]
public sealed class GetKnastImageCommand : KnastCommand
{
    private const string ByReference = "Reference";
    private const string ByImage = "InputObject";
    private const string ContainersProperty = "Containers";

    /// <summary>References, ids, beginnings of ids, or wildcards of references. All where it is not given.</summary>
    [Parameter(Position = 0, ParameterSetName = ByReference, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Name", "Id")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageReferenceCompleter))]
    public string[] Reference { get; set; } = ["*"];

    /// <summary>Images to look at again.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByImage, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public Image[] InputObject { get; set; } = [];

    /// <summary>Only those with all these labels: a hashtable, <c>name=value</c>, or <c>name</c> for any value; values may have wildcards.</summary>
    [Parameter]
    [LabelFilterTransformation]
    [ValidateNotNullOrEmpty]
    public Dictionary<string, string>? Label { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string reference in ParameterSetName == ByImage ? InputObject.Select(image => image.ToString()) : Reference)
            Attempt(reference, () => Get(reference));
    }

    private void Get(string reference)
    {
        ImageStore store = Engine.Images;
        ILookup<string?, Container> containers = Engine.List().ToLookup(container => container.ImageId);
        foreach (Image image in ImageSelection.Find(store, reference).Where(HasLabels))
        {
            var item = PSObject.AsPSObject(image);
            item.Properties.Remove(ContainersProperty);
            item.Properties.Add(new PSNoteProperty(ContainersProperty, containers[image.Id].Count()));
            WriteObject(item);
        }
    }

    private bool HasLabels(Image image) => Label is null || Label.All(label =>
        image.Labels.TryGetValue(label.Key, out string? value) && WildcardPattern.Get(label.Value, WildcardOptions.None).IsMatch(value));
}
