using System.Management.Automation;
using Knast.PowerShell.Arguments;

namespace Knast.PowerShell.Tests.Arguments;

public sealed class ByteSizeTransformationTests
{
    [Theory]
    [InlineData("512MB", 512L << 20)]
    [InlineData("1.5GB", 1536L << 20)]
    [InlineData("4096", 4096L)]
    [InlineData(4096, 4096L)]
    [InlineData(4096L, 4096L)]
    [InlineData(0, 0L)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void NumbersAndTexts(object? given, long? expected) => Assert.Equal(expected, Transform(given, takesMinusOne: false));

    [Theory]
    [InlineData("-1")]
    [InlineData(-1)]
    public void NoLimitIsAValueOfSomeSizes(object given)
    {
        Assert.Equal(-1L, Transform(given, takesMinusOne: true));
        Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(given, takesMinusOne: false));
    }

    [Theory]
    [InlineData("much")]
    [InlineData("-5")]
    [InlineData("5XB")]
    public void WhatIsNoSize(string given) => Assert.Contains(
        $"\"{given}\" is no size; give bytes",
        Assert.Throws<ArgumentTransformationMetadataException>(() => Transform(given, takesMinusOne: true)).Message, StringComparison.Ordinal);

    private static object? Transform(object? given, bool takesMinusOne) =>
        new ByteSizeTransformationAttribute { TakesMinusOne = takesMinusOne }.Transform(null!, given!);
}
