using System.Management.Automation;
using Knast.PowerShell.Arguments;
using Knast.Runtime;

namespace Knast.PowerShell.Commands;

/// <summary>Gets what containers wrote, one object a line.</summary>
[Cmdlet(VerbsCommon.Get, "KnastContainerLog", DefaultParameterSetName = ByName)]
[OutputType(typeof(ContainerLogLine))]
public sealed class GetKnastContainerLogCommand : ContainerCommand
{
    // Boxed: a field of an enumeration's type would load its assembly at Import-Module.
    private object? _stream;

    /// <summary>Only the last so many lines; 0 for none, which makes sense with <see cref="Follow"/>.</summary>
    [Parameter]
    [Alias("Last")]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>Only lines from then on: a point in time, or a TimeSpan before now.</summary>
    [Parameter]
    [PointInTimeTransformation]
    public DateTimeOffset? Since { get; set; }

    /// <summary>Goes on as lines come, until the container ends.</summary>
    [Parameter]
    public SwitchParameter Follow { get; set; }

    /// <summary>Only lines written to this stream.</summary>
    [Parameter]
    public ContainerLogStream? Stream
    {
        get => (ContainerLogStream?)_stream;
        set => _stream = value;
    }

    /// <inheritdoc/>
    private protected override void Process(Container container)
    {
        var query = new LogQuery { Tail = Tail, Since = Since, Follow = Follow, Stream = Stream };
        foreach (ContainerLogLine line in Engine.ReadLog(container.Id, query, Cancellation))
            WriteObject(line);
    }
}
