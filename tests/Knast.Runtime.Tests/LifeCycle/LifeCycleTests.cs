namespace Knast.Runtime.Tests.LifeCycle;

public sealed class LifeCycleTests : IDisposable
{
    private readonly TestBundle _bundle = new();

    [Fact]
    public void AContainerGoesThroughItsWholeLife()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ContainerEngine engine = _bundle.Engine;
        Container created = _bundle.Create(TestBundle.Config("sh", "-c", "echo hello; exit 7"), "whole");
        Assert.Equal(ContainerStatus.Created, created.Status);
        Assert.Equal("created", engine.State(created.Id).Status);
        Container started = engine.Start(created.Id, cancellation);
        Assert.True(started.Status is ContainerStatus.Running or ContainerStatus.Stopped);
        Container stopped = engine.Wait(created.Id, ContainerCondition.Stopped, TimeSpan.FromSeconds(10), cancellation);
        Assert.Equal(ContainerStatus.Stopped, stopped.Status);
        Assert.Equal(7, stopped.ExitCode);
        Assert.Equal("hello", Assert.Single(engine.ReadLog(created.Id, new LogQuery(), cancellation)).Text);
        engine.Delete(created.Id, force: false, cancellation);
        Assert.Empty(engine.List());
    }

    public void Dispose() => _bundle.Dispose();
}
