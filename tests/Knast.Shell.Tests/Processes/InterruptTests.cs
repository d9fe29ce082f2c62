namespace Knast.Shell.Tests.Processes;

public sealed class InterruptTests
{
    private const string Script = "try { 'started'; Start-Sleep 60; 'not reached' } finally { Write-Host 'cleaned up' }";

    [Theory]
    [InlineData(2, 130)]
    [InlineData(15, 143)]
    [InlineData(1, 129)]
    public async Task A_signal_stops_the_pipeline_and_lets_finally_run(int signal, int exitCode)
    {
        using var shell = new ShellProcess(["-NoModule", "-Command", Script]);
        Assert.Equal("started", await shell.ReadLineAsync());
        shell.Signal(signal);
        ShellResult result = await shell.FinishAsync();
        Assert.Equal("cleaned up\n", result.Output);
        Assert.Equal(exitCode, result.ExitCode);
    }

    [Fact]
    public async Task A_script_file_is_stopped_too()
    {
        using var folder = new TemporaryFolder();
        using var shell = new ShellProcess(["-NoModule", folder.Write("script.ps1", Script)]);
        Assert.Equal("started", await shell.ReadLineAsync());
        shell.Signal(2);
        ShellResult result = await shell.FinishAsync();
        Assert.Equal(("cleaned up\n", 130), (result.Output, result.ExitCode));
    }
}
