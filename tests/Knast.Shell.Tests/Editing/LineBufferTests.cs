using FsCheck;
using FsCheck.Fluent;
using Knast.Shell.Hosting;

namespace Knast.Shell.Tests.Editing;

public sealed class LineBufferTests
{
    private static readonly Action<LineBuffer>[] Operations =
    [
        line => line.Insert("a b"), line => line.DeleteBackward(), line => line.DeleteForward(), line => line.DeleteToStart(),
        line => line.DeleteToEnd(), line => line.DeleteWordBackward(), line => line.MoveLeft(), line => line.MoveRight(),
        line => line.MoveToStart(), line => line.MoveToEnd(), line => line.MoveWordLeft(), line => line.MoveWordRight(),
    ];

    [Fact]
    public void The_cursor_stays_within_the_text_whatever_is_typed()
    {
        Prop.ForAll(Gen.Choose(0, Operations.Length - 1).ListOf().ToArbitrary(), keys =>
        {
            var line = new LineBuffer();
            foreach (int key in keys)
            {
                Operations[key](line);
            }

            return line.Cursor >= 0 && line.Cursor <= line.Text.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Text_goes_in_at_the_cursor()
    {
        var line = new LineBuffer();
        line.Set("ac");
        line.MoveLeft();
        line.Insert("b");
        Assert.Equal(("abc", 2), (line.Text, line.Cursor));
    }

    [Fact]
    public void A_word_goes_with_what_divides_it_from_the_cursor()
    {
        var line = new LineBuffer();
        line.Set("Get-Item  one ");
        line.DeleteWordBackward();
        Assert.Equal("Get-Item  ", line.Text);
        line.DeleteWordBackward();
        Assert.Equal("Get-", line.Text);
    }
}
