using Knast.Shell.Hosting;

namespace Knast.Shell.Tests.Editing;

public sealed class LineHistoryTests
{
    [Fact]
    public void Steps_back_and_forth_and_keeps_the_unfinished_line()
    {
        var history = new LineHistory();
        history.Add("first");
        history.Add("second");
        history.Add("second");
        history.Add("  ");
        Assert.Equal("second", history.Previous("unfin"));
        Assert.Equal("first", history.Previous("second"));
        Assert.Null(history.Previous("first"));
        Assert.Equal("second", history.Next());
        Assert.Equal("unfin", history.Next());
        Assert.Null(history.Next());
    }
}
