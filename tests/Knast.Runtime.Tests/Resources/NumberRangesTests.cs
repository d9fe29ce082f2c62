using FsCheck;
using FsCheck.Fluent;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

public sealed class NumberRangesTests
{
    [Theory]
    [InlineData("0-3", "1", true)]
    [InlineData("0-3", "0-3", true)]
    [InlineData("0-1,2-3", "1-2", true)]
    [InlineData("0,1,2", "0-2", true)]
    [InlineData("0-3", "4", false)]
    [InlineData("0-3,5", "3-5", false)]
    [InlineData("0-4294967295", "4294967295", true)]
    [InlineData("4294967295,0-3", "7", false)]
    public void WhatAListCovers(string list, string other, bool expected) =>
        Assert.Equal(expected, NumberRanges.TryParse(list)!.Covers(NumberRanges.TryParse(other)!));

    [Theory]
    [InlineData("")]
    [InlineData(",")]
    [InlineData("3-1")]
    [InlineData("1-2-3")]
    [InlineData("-1")]
    [InlineData("0-7:2/4")]
    [InlineData("4294967296")]
    [InlineData("a")]
    public void WhatIsNoList(string text) => Assert.Null(NumberRanges.TryParse(text));

    [Fact]
    public void CoveringIsTheSubsetOfNumbers() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), ArbMap.Default.ArbFor<byte[]>(),
        (byte[] some, byte[] others) => some.Length == 0 || others.Length == 0
            || Parse(some).Covers(Parse(others)) == others.All(some.Contains)).QuickCheckThrowOnFailure();

    [Fact]
    public void AnyTextIsAListOrNone() => Prop.ForAll(
        ArbMap.Default.ArbFor<string>(), text => NumberRanges.TryParse(text ?? "") is not { } list || list.Covers(list)).QuickCheckThrowOnFailure();

    private static NumberRanges Parse(byte[] numbers) => NumberRanges.TryParse(string.Join(',', numbers))!;
}
