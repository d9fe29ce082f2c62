using System.Management.Automation;
using Knast.PowerShell.Arguments;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class DurationTransformationTests
{
    private readonly DurationTransformationAttribute _transformation = new();

    [Theory]
    [InlineData(10, "00:00:10")]
    [InlineData(0.5, "00:00:00.5")]
    [InlineData("1.5", "00:00:01.5")]
    [InlineData("00:01:30", "00:01:30")]
    [InlineData("0", "00:00:00")]
    public void Numbers_are_seconds(object input, string expected) =>
        Assert.Equal(TimeSpan.Parse(expected), _transformation.Transform(null!, input));

    [Fact]
    public void A_TimeSpan_stays() => Assert.Equal(TimeSpan.FromDays(1), _transformation.Transform(null!, PSObject.AsPSObject(TimeSpan.FromDays(1))));

    [Theory]
    [InlineData(-1)]
    [InlineData("-00:00:01")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData(1e300)]
    public void What_is_no_duration_is_refused(object input) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => _transformation.Transform(null!, input));
}
