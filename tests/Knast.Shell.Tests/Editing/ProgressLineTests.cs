using System.Management.Automation;
using Knast.Shell.Hosting;

namespace Knast.Shell.Tests.Editing;

public sealed class ProgressLineTests
{
    [Fact]
    public void Shows_activity_bar_status_and_time_left()
    {
        var record = new ProgressRecord(1, "Pulling", "layer 2 of 3") { PercentComplete = 50, SecondsRemaining = 75, CurrentOperation = "sha256:ab" };
        Assert.Equal("  Pulling [##########          ]  50% layer 2 of 3 sha256:ab (1:15 left)", ProgressLine.Format(record, indent: 2, width: 100));
    }

    [Fact]
    public void Is_cut_to_the_width_and_holds_no_line_break()
    {
        var record = new ProgressRecord(1, "a\nb", new string('x', 100));
        string line = ProgressLine.Format(record, indent: 0, width: 20);
        Assert.Equal(20, line.Length);
        Assert.StartsWith("a b xxx", line, StringComparison.Ordinal);
        Assert.EndsWith("…", line, StringComparison.Ordinal);
    }
}
