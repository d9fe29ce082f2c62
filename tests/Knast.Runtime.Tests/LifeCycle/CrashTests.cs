using System.Diagnostics;
using System.Globalization;

namespace Knast.Runtime.Tests.LifeCycle;

/// <summary>
/// Kill -9 after each call that an operation makes of the kernel. Whatever was left, removing the container or creating
/// one of the same name cleans up, and then nothing of it is left.
/// </summary>
public sealed class CrashTests : IDisposable
{
    private readonly TestBundle _bundle = new();

    [Theory]
    [InlineData("create")]
    [InlineData("start")]
    [InlineData("delete")]
    public void RemovingCleansUpAfterACrashAnywhere(string operation) => CrashEverywhere(operation, step =>
    {
        try
        {
            _bundle.Engine.Delete(_bundle.Engine.Get("victim").Id, force: true, CancellationToken.None);
        }
        catch (KnastException error) when (error.ErrorId == "ContainerNotFound")
        {
            // Killed before anything had a name, or after everything was gone.
            Assert.True(operation != "start", $"start {step}: the container is not found any more");
        }

        // What never had a name goes with the next container that is created, whatever its name.
        Container other = _bundle.Engine.Create(new CreateRequest { Bundle = _bundle.Bundle, Name = "other" }, CancellationToken.None);
        _bundle.Engine.Delete(other.Id, force: true, CancellationToken.None);
    });

    [Fact]
    public void CreatingAgainCleansUpAfterACrashAnywhere() => CrashEverywhere("create", _ =>
    {
        Container again;
        try
        {
            again = _bundle.Engine.Create(new CreateRequest { Bundle = _bundle.Bundle, Name = "victim" }, CancellationToken.None);
        }
        catch (KnastException error) when (error.ErrorId == "ContainerExists")
        {
            // The creation was complete when its process was killed.
            again = _bundle.Engine.Get("victim");
            Assert.True(again.Status is ContainerStatus.Created or ContainerStatus.Stopped);
        }

        _bundle.Engine.Delete(again.Id, force: true, CancellationToken.None);
    });

    public void Dispose() => _bundle.Dispose();

    private void CrashEverywhere(string operation, Action<int> recover)
    {
        _bundle.Write(TestBundle.Config("sleep", "1000"));
        int killed = 0;
        for (int step = 1; ; step++)
        {
            bool wasKilled = RunHost(operation, step);
            recover(step);
            _bundle.AssertNothingIsLeft();
            if (!wasKilled)
            {
                break;
            }

            killed++;
        }

        Assert.True(killed > 5, $"{operation} made {killed} calls only");
    }

    private bool RunHost(string operation, int step)
    {
        string host = Path.Combine(AppContext.BaseDirectory, "Knast.Runtime.CrashHost.dll");
        string[] arguments = [host, _bundle.Options.Root, _bundle.Options.RunRoot, _bundle.Bundle, operation, step.ToString(CultureInfo.InvariantCulture)];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string output = process.StandardError.ReadToEnd();
        process.WaitForExit();
        const int killedBySignal = 128 + 9;
        Assert.True(process.ExitCode is 0 or killedBySignal, $"{operation} {step}: exit code {process.ExitCode}\n{output}");
        return process.ExitCode == killedBySignal;
    }
}
