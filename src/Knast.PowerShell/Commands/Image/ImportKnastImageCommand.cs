using System.Collections.ObjectModel;
using System.Management.Automation;
using Knast.Images.Import;
using Knast.Oci.ImageSpec;
using Knast.PowerShell.Arguments;
using Knast.PowerShell.Completion;
using Knast.PowerShell.Pipeline;

namespace Knast.PowerShell.Commands;

/// <summary>Imports images from OCI layouts, docker archives, tar files of root file systems, and plain directories.</summary>
[Cmdlet(VerbsData.Import, "KnastImage", DefaultParameterSetName = ByPath, SupportsShouldProcess = true)]
[OutputType(typeof(Image))]
public sealed class ImportKnastImageCommand : AsyncCommand
{
    private const string ByPath = "Path";
    private const string ByLiteralPath = "LiteralPath";

    /// <summary>Directories or files; wildcards are allowed.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByPath, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Directories or files, taken as they are written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByLiteralPath, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The image's name, instead of those that an archive gives.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("Tag")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageReferenceCompleter))]
    public string? Reference { get; set; }

    /// <summary><c>os/architecture</c>: of an archive with several platforms the one to take, of a directory what to write down.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Platform { get; set; }

    /// <summary>The program and its arguments, of an image that is made of a directory or a root file system.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Command { get; set; } = [];

    /// <summary>What the command is appended to, of an image that is made of a directory or a root file system.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Entrypoint { get; set; } = [];

    /// <summary>Environment variables, of an image that is made of a directory or a root file system.</summary>
    [Parameter]
    [Alias("Env")]
    [NameValueTransformation]
    public Dictionary<string, string> Environment { get; set; } = [];

    /// <summary>The working directory, of an image that is made of a directory or a root file system.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? WorkingDirectory { get; set; }

    /// <summary><c>user[:group]</c>, of an image that is made of a directory or a root file system.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? User { get; set; }

    /// <summary>Labels, of an image that is made of a directory or a root file system.</summary>
    [Parameter]
    [NameValueTransformation]
    public Dictionary<string, string> Label { get; set; } = [];

    /// <summary>Imports in a job, which is returned.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    private protected override bool RunsAsJob => AsJob;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ImportOptions options = Demand<ImportOptions>(Reference ?? Platform, ReadOptions);
        foreach (string path in ParameterSetName == ByLiteralPath ? LiteralPath : Path)
            Attempt(path, () => ImportAll(path, options));
    }

    private ImportOptions ReadOptions() => new()
    {
        Reference = Reference is null ? null : ReferenceArgument.Parse(Reference),
        Platform = Platform is null ? null : PlatformArgument.Parse(Platform),
        Config = new ExecutionParameters
        {
            Cmd = Command,
            Entrypoint = Entrypoint,
            Env = [.. Environment.Select(variable => $"{variable.Key}={variable.Value}")],
            WorkingDir = WorkingDirectory,
            User = User,
            Labels = Label,
        },
    };

    private void ImportAll(string path, ImportOptions options)
    {
        bool isLiteral = ParameterSetName == ByLiteralPath || !WildcardPattern.ContainsWildcardCharacters(path);
        Collection<string> resolved = isLiteral ? [ResolvePath(path)] : GetResolvedProviderPathFromPSPath(path, out _);
        foreach (string one in resolved)
            Import(one, options);
    }

    private void Import(string path, ImportOptions options)
    {
        if (!ShouldProcess(path, "Import image"))
            return;
        var importer = new ImageImporter(Engine.Images);
        Run(path, async (streams, cancellation) =>
        {
            streams.WriteVerbose($"Importing {path}.");
            using var progress = new ImageProgressReporter(streams, $"Importing {path}");
            foreach (Image image in await importer.ImportAsync(path, options, progress, cancellation).ConfigureAwait(false))
                streams.WriteObject(image);
        });
    }
}
