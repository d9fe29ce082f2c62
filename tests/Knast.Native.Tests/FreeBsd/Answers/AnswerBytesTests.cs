using FsCheck;
using FsCheck.Fluent;

namespace Knast.Native.Tests.FreeBsd.Answers;

public sealed class AnswerBytesTests
{
    [Theory]
    [InlineData("", new byte[] { 0, 0, 0 })]
    [InlineData("01", new byte[] { 1, 0 })]
    [InlineData("00000001", new byte[] { 0, 0, 0, 1 })]
    [InlineData("ff(4)10", new byte[] { 255, 0, 0, 0, 0, 16, 0, 0, 0, 0 })]
    public void RunsOfZerosAreShort(string text, byte[] bytes)
    {
        Assert.Equal(text, AnswerBytes.Format(bytes));
        Assert.Equal(bytes, AnswerBytes.Parse(text, bytes.Length));
    }

    [Fact]
    public void EveryBlockIsReadBack() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            byte[] holed = [.. bytes.SelectMany(static b => b % 3 == 0 ? new byte[b % 7] : [b])];
            return AnswerBytes.Parse(AnswerBytes.Format(holed), holed.Length).AsSpan().SequenceEqual(holed);
        }));

    [Theory]
    [InlineData("0")]
    [InlineData("zz")]
    [InlineData("(5)")]
    [InlineData("(x)")]
    [InlineData("(1")]
    [InlineData("0102030405")]
    public void WhatDoesNotFitIsRefused(string text) => Assert.Throws<FormatException>(() => AnswerBytes.Parse(text, 4));
}
