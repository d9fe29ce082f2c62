using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>New-TimeSpan: a length of time, of its parts or between two points.</summary>
[Cmdlet(VerbsCommon.New, "TimeSpan", DefaultParameterSetName = "Date")]
[OutputType(typeof(TimeSpan))]
public sealed class NewTimeSpanCommand : PSCmdlet
{
    /// <summary>The first point; now where not given.</summary>
    [Parameter(Position = 0, ParameterSetName = "Date", ValueFromPipeline = true)]
    [Alias("LastWriteTime")]
    public DateTime? Start { get; set; }

    /// <summary>The second point; now where not given.</summary>
    [Parameter(Position = 1, ParameterSetName = "Date")]
    public DateTime? End { get; set; }

    /// <summary>Days.</summary>
    [Parameter(ParameterSetName = "Time")]
    public int Days { get; set; }

    /// <summary>Hours.</summary>
    [Parameter(ParameterSetName = "Time")]
    public int Hours { get; set; }

    /// <summary>Minutes.</summary>
    [Parameter(ParameterSetName = "Time")]
    public int Minutes { get; set; }

    /// <summary>Seconds.</summary>
    [Parameter(ParameterSetName = "Time")]
    public int Seconds { get; set; }

    /// <summary>Milliseconds.</summary>
    [Parameter(ParameterSetName = "Time")]
    public int Milliseconds { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        DateTime now = DateTime.Now;
        WriteObject(ParameterSetName == "Time"
            ? new TimeSpan(Days, Hours, Minutes, Seconds, Milliseconds)
            : (End ?? now) - (Start ?? now));
    }
}
