using System.Globalization;
using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Date: a point of time, now where not given.</summary>
[Cmdlet(VerbsCommon.Get, "Date")]
[OutputType(typeof(DateTime), typeof(string))]
public sealed class GetDateCommand : PSCmdlet
{
    /// <summary>The point of time.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("LastWriteTime")]
    public DateTime? Date { get; set; }

    /// <summary>Seconds since 1970-01-01 UTC.</summary>
    [Parameter]
    [Alias("UnixTime")]
    public long? UnixTimeSeconds { get; set; }

    /// <summary>As a string of this .NET format; FileDate, FileDateTime and their Universal forms are names of such.</summary>
    [Parameter]
    public string? Format { get; set; }

    /// <summary>In UTC.</summary>
    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        DateTime time = UnixTimeSeconds is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime : Date ?? DateTime.Now;
        if (AsUTC || Format?.EndsWith("Universal", StringComparison.OrdinalIgnoreCase) == true)
            time = time.ToUniversalTime();
        if (Format is null)
            WriteObject(time);
        else
            WriteObject(time.ToString(Pattern(Format), CultureInfo.CurrentCulture));
    }

    private static string Pattern(string format) => format.ToUpperInvariant() switch
    {
        "FILEDATE" => "yyyyMMdd",
        "FILEDATEUNIVERSAL" => "yyyyMMddZ",
        "FILEDATETIME" => "yyyyMMddTHHmmssffff",
        "FILEDATETIMEUNIVERSAL" => "yyyyMMddTHHmmssffffZ",
        _ => format,
    };
}
