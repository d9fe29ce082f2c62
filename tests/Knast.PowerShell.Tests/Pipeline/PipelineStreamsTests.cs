using System.Management.Automation;
using Knast.PowerShell.Pipeline;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Pipeline;

public sealed class PipelineStreamsTests
{
    [Fact]
    public void What_several_threads_write_arrives_on_the_pipeline_thread()
    {
        using var session = new CommandSession();
        IReadOnlyList<PSObject> output = RunProbe(session, async streams => await Task.WhenAll(
            Enumerable.Range(0, 8).Select(i => Task.Run(() => streams.WriteObject(i)))));
        Assert.Equal(Enumerable.Range(0, 8), output.Select(item => (int)item.BaseObject).Order());
    }

    [Fact]
    public void What_the_work_throws_comes_out_as_it_is()
    {
        using var session = new CommandSession();
        Probe.Work = (_, _) => throw new ArithmeticException("as it is");
        using System.Management.Automation.PowerShell shell = session.Script("Test-Probe");
        shell.Invoke();
        Assert.IsType<ArithmeticException>(Assert.Single(shell.Streams.Error).Exception);
    }

    [Fact]
    public void When_the_rest_of_the_pipeline_wants_no_more_the_work_is_cancelled()
    {
        using var session = new CommandSession();
        bool cancelled = false;
        Probe.Work = async (streams, cancellation) =>
        {
            streams.WriteObject(1);
            try
            {
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            catch (OperationCanceledException)
            {
                cancelled = true;
            }
        };
        session.Run("Test-Probe | ForEach-Object { $_; break }");
        Assert.True(cancelled);
    }

    private static IReadOnlyList<PSObject> RunProbe(CommandSession session, Func<ICommandStreams, Task> work)
    {
        Probe.Work = (streams, _) => work(streams);
        return session.Run("Test-Probe");
    }
}
