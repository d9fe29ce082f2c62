using FsCheck;
using FsCheck.Fluent;
using Knast.PowerShell.Arguments;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class ByteSizeTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("4096", 4096)]
    [InlineData("1k", 1024)]
    [InlineData("512MB", 512L << 20)]
    [InlineData("512mb", 512L << 20)]
    [InlineData("1.5GB", 3L << 29)]
    [InlineData("64 MiB", 64L << 20)]
    [InlineData(" 2T ", 2L << 40)]
    [InlineData("10B", 10)]
    public void Sizes_are_read_with_units_of_1024(string text, long expected)
    {
        Assert.True(ByteSize.TryParse(text, out long bytes));
        Assert.Equal(expected, bytes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("MB")]
    [InlineData("many")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("1,5GB")]
    [InlineData("99999999999PB")]
    public void What_is_no_size_is_refused(string? text) => Assert.False(ByteSize.TryParse(text, out _));

    [Fact]
    public void Any_text_is_read_or_refused() =>
        Prop.ForAll<string>(text => !ByteSize.TryParse(text, out long bytes) || bytes >= 0).QuickCheckThrowOnFailure();
}
