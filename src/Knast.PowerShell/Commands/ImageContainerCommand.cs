using System.Management.Automation;
using Knast.Images.Registries;
using Knast.Images.Store;
using Knast.PowerShell.Arguments;
using Knast.PowerShell.Completion;
using Knast.PowerShell.Pipeline;
using Knast.Runtime;

namespace Knast.PowerShell.Commands;

/// <summary>A cmdlet that makes containers from images: the images and what the containers are to be.</summary>
public abstract class ImageContainerCommand : AsyncCommand
{
    private protected const string ByReference = "Reference";
    private protected const string ByImage = "InputObject";

    /// <summary>References of images, such as <c>busybox:1.36</c>, or ids of images in the store.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ByReference, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Reference")]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ImageReferenceCompleter))]
    public string[] Image { get; set; } = [];

    /// <summary>Images, as <c>Get-</c>, <c>Save-</c> and <c>Import-KnastImage</c> give them.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ByImage, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public Image[] InputObject { get; set; } = [];

    /// <summary>The program and its arguments, instead of the image's.</summary>
    [Parameter(Position = 1, ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string[]? Command { get; set; }

    /// <summary>What the command is appended to, instead of the image's; an empty array for nothing.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public string[]? Entrypoint { get; set; }

    /// <summary>Environment variables beside the image's: a hashtable, or <c>NAME=value</c>.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [Alias("Env")]
    [NameValueTransformation]
    public Dictionary<string, string> Environment { get; set; } = [];

    /// <summary>The working directory, instead of the image's.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string? WorkingDirectory { get; set; }

    /// <summary><c>user[:group]</c> by name or number, instead of the image's.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string? User { get; set; }

    /// <summary>The host name inside, instead of the container's name.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string? Hostname { get; set; }

    /// <summary><c>none</c> (a loopback interface only) or <c>host</c> (the host's network).</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public string Network { get; set; } = "none";

    /// <summary>Mounts: <c>source:destination[:ro]</c>, or <c>type=…,source=…,destination=…,options…</c>.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string[] Mount { get; set; } = [];

    /// <summary>File systems in memory: <c>/run</c>, <c>/tmp:size=64MB,mode=1777</c>.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string[] Tmpfs { get; set; } = [];

    /// <summary>Makes the root file system read-only.</summary>
    [Parameter(ParameterSetName = ByReference)]
    [Parameter(ParameterSetName = ByImage)]
    public SwitchParameter ReadOnly { get; set; }

    /// <summary>Capabilities beside the default ones, with or without <c>CAP_</c>; <c>ALL</c> for all.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string[] Capability { get; set; } = [];

    /// <summary>Capabilities taken from the default ones; <c>ALL</c> for all.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string[] DropCapability { get; set; } = [];

    /// <summary>The most memory: bytes, or text such as <c>512MB</c>; 0 for no limit.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [ByteSizeTransformation]
    public long? Memory { get; set; }

    /// <summary>The most memory and swap together: bytes, or text such as <c>1GB</c>; -1 for swap without a limit.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [ByteSizeTransformation(TakesMinusOne = true)]
    public long? MemorySwap { get; set; }

    /// <summary>The most processor time, in processors: 0.5 is half of one; 0 for no limit.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    public double Cpu { get; set; }

    /// <summary>The processors to run on, as <c>0-2,4</c>.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [AllowEmptyString]
    public string? CpuSet { get; set; }

    /// <summary>The most processes and threads; 0 or -1 for no limit.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    public long PidsLimit { get; set; }

    /// <summary>Limits of setrlimit(2): a hashtable, or <c>nofile=1024</c>, <c>nofile=1024:4096</c>, <c>core=unlimited</c>.</summary>
    [Parameter(ParameterSetName = ByReference, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByImage)]
    [NameValueTransformation]
    public Dictionary<string, string> ResourceLimit { get; set; } = [];

    /// <summary>The signal that asks the container to end, instead of the image's.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(SignalCompleter))]
    public string? StopSignal { get; set; }

    /// <summary>How long the container gets between the stop signal and KILL: seconds or a TimeSpan.</summary>
    [Parameter]
    [DurationTransformation]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Labels: a hashtable, or <c>name=value</c>.</summary>
    [Parameter]
    [NameValueTransformation]
    public Dictionary<string, string> Label { get; set; } = [];

    /// <summary>OCI annotations: a hashtable, or <c>name=value</c>.</summary>
    [Parameter]
    [NameValueTransformation]
    public Dictionary<string, string> Annotation { get; set; } = [];

    /// <summary>When the image is pulled before it is used.</summary>
    [Parameter(ParameterSetName = ByReference)]
    public PullPolicy Pull { get; set; }

    /// <summary>What was said of every container; an image or a bundle is still to be added. Blank texts, as a table has them, say nothing.</summary>
    /// <exception cref="KnastException">Says which argument is wrong.</exception>
    private protected CreateRequest ReadRequest(string? name) => new()
    {
        Name = Given(name) is { } given ? ContainerName.Parse(given).Value : null,
        Command = Command is [""] ? null : Command,
        Entrypoint = Entrypoint is [""] ? null : Entrypoint,
        Environment = Environment,
        WorkingDirectory = Given(WorkingDirectory),
        User = Given(User),
        Hostname = Given(Hostname),
        Network = NetworkArgument.Parse(Given(Network) ?? "none"),
        ReadOnly = ReadOnly,
        Mounts = [.. Given(Mount).Select(mount => MountArgument.Parse(mount, ResolvePath)), .. Given(Tmpfs).Select(TmpfsArgument.Parse)],
        AddCapabilities = Given(Capability),
        DropCapabilities = Given(DropCapability),
        Memory = Memory,
        MemorySwap = MemorySwap,
        Cpu = Cpu,
        CpuSet = Given(CpuSet),
        PidsLimit = PidsLimit == 0 ? null : PidsLimit,
        ResourceLimits = ResourceLimitArgument.Parse(ResourceLimit),
        StopSignal = Given(StopSignal) is { } signal ? Signal.Parse(signal).ToString() : null,
        StopTimeout = StopTimeout,
        Labels = Label,
        Annotations = Annotation,
    };

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;

    private static IReadOnlyList<string> Given(string[]? texts) => [.. (texts ?? []).Where(text => !string.IsNullOrEmpty(text))];

    /// <summary>The image that a text means, pulled where the policy says so.</summary>
    private protected Task<Image> GetImageAsync(string text, ICommandStreams streams, CancellationToken cancellation)
    {
        ImageStore store = Engine.Images;
        if (Pull != PullPolicy.Always && store.Find(text) is { } image)
            return Task.FromResult(image);
        return Pull == PullPolicy.Never
            ? throw ImageSelection.NotFound(text)
            : ImagePull.RunAsync(store, ReferenceArgument.Parse(text), platform: null, new PullOptions(), streams, cancellation);
    }
}
