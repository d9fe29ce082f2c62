using System.Diagnostics;
using System.Management.Automation;
using Knast.PowerShell.Completion;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Completion;

public sealed class CompletionTests
{
    [Fact]
    public void Names_of_containers_and_references_of_images_are_completed()
    {
        using CommandSession session = new CommandSession().WithImage();
        session.Run("'web1', 'web2', 'db' | ForEach-Object { New-KnastContainer busybox -Name $_ -Command true }");
        Assert.Equal(["web1", "web2"], Complete(session, $"Stop-KnastContainer -Root {session.Root} -Name we"));
        Assert.Equal(["db", "web1", "web2"], Complete(session, $"Get-KnastContainer -Root {session.Root} ").Order());
        Assert.Equal(["busybox:latest"], Complete(session, $"New-KnastContainer -Root {session.Root} -Image bus"));
    }

    [Theory]
    [InlineData("Send-KnastSignal web -Signal HU", "HUP")]
    [InlineData("Send-KnastSignal web -Signal sigte", "SIGTERM")]
    [InlineData("New-KnastContainer busybox -Network h", "host")]
    [InlineData("Get-KnastContainer -Status Runn", "Running")]
    [InlineData("New-KnastContainer busybox -Pull Alw", "Always")]
    public void Words_with_a_closed_list_are_completed(string line, string expected)
    {
        using var session = new CommandSession();
        Assert.Equal([expected], Complete(session, line));
    }

    [Fact]
    public void A_root_that_is_not_there_gives_nothing_and_is_not_made()
    {
        using var session = new CommandSession();
        Assert.Empty(Complete(session, $"Get-KnastImage -Root {session.Root} -Reference x"));
        Assert.Empty(Complete(session, $"Get-KnastContainer -Root {session.Root} -Name x"));
        Assert.False(Directory.Exists(session.Root));
    }

    [Fact]
    public void What_fails_gives_nothing() => Assert.Empty(BoundedCompletion.Of("x", () => throw new InvalidOperationException()));

    [Fact]
    public void What_takes_long_gives_nothing_in_time()
    {
        using var never = new ManualResetEventSlim();
        var watch = Stopwatch.StartNew();
        Assert.Empty(BoundedCompletion.Of("x", () =>
        {
            never.Wait();
            return [];
        }));
        Assert.InRange(watch.ElapsedMilliseconds, 150, 5000);
        never.Set();
    }

    [Fact]
    public void A_name_that_the_shell_would_read_otherwise_is_quoted() =>
        Assert.Equal("'it''s'", Assert.Single(BoundedCompletion.Of("'i", () => [("it's", "tip")])).CompletionText);

    private static IEnumerable<string> Complete(CommandSession session, string line)
    {
        using System.Management.Automation.PowerShell shell = session.Script("");
        return CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Select(match => match.CompletionText);
    }
}
