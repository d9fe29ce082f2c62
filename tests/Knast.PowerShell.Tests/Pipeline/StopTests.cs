using System.Management.Automation;
using System.Net;
using System.Net.Sockets;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Pipeline;

/// <summary>What Ctrl+C does: it ends the cmdlet at once, and nothing half-made is left.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_command_in_an_image_ends_and_its_container_is_removed()
    {
        using CommandSession session = new CommandSession().WithImage();
        using System.Management.Automation.PowerShell shell = session.Script("Invoke-KnastImage busybox -Command sh, -c, 'echo here; sleep 600'");
        using var output = new PSDataCollection<PSObject>();
        var here = new TaskCompletionSource();
        output.DataAdded += (_, _) => here.TrySetResult();
        IAsyncResult run = shell.BeginInvoke<PSObject, PSObject>(null, output);
        await here.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);

        await shell.StopAsync(null, null).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.True(run.IsCompleted);
        Assert.Empty(session.Run("Get-KnastContainer"));
    }

    [Theory]
    [InlineData("Wait-KnastContainer waiting")]
    [InlineData("Get-KnastContainerLog waiting -Follow")]
    public async Task What_waits_for_a_container_ends_and_leaves_it_alone(string command)
    {
        using CommandSession session = new CommandSession().WithImage();
        session.Run("New-KnastContainer busybox -Name waiting -Command sh, -c, 'echo here; sleep 600' | Start-KnastContainer");
        using System.Management.Automation.PowerShell shell = session.Script(command);
        IAsyncResult run = shell.BeginInvoke();
        Assert.False(run.AsyncWaitHandle.WaitOne(TimeSpan.FromMilliseconds(300)));

        await shell.StopAsync(null, null).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Equal("Running", session.Run("Get-KnastContainer waiting")[0].Properties["Status"].Value.ToString());
    }

    [Fact]
    public async Task A_pull_from_a_registry_that_says_nothing_ends()
    {
        using var session = new CommandSession();
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using System.Management.Automation.PowerShell shell = session.Script($"Save-KnastImage {silent.LocalEndpoint}/silent");
        shell.BeginInvoke();
        using TcpClient client = await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        await shell.StopAsync(null, null).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.Empty(session.Run("Get-KnastImage"));
    }

    [Fact]
    public void A_job_that_is_stopped_ends()
    {
        using CommandSession session = new CommandSession().WithImage();
        session.Run("New-KnastContainer busybox -Name waiting -Command sleep, 600 | Start-KnastContainer");
        IReadOnlyList<PSObject> job = session.Run("$job = Wait-KnastContainer waiting -AsJob; $job | Stop-Job; $job");
        Assert.Equal(JobState.Stopped, ((Job)job[0].BaseObject).JobStateInfo.State);
    }
}
