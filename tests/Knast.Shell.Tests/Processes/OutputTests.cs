namespace Knast.Shell.Tests.Processes;

public sealed class OutputTests
{
    [Fact]
    public async Task Errors_go_to_standard_error_in_the_concise_view_and_nothing_is_coloured_in_a_pipe()
    {
        ShellResult result = await ShellProcess.CommandAsync("Write-Warning careful; Write-Verbose loud -Verbose; Get-Item /no/such/thing; 'out'");
        Assert.Equal("WARNING: careful\nVERBOSE: loud\nout\n", result.Output);
        Assert.Equal("Get-Item: Cannot find path '/no/such/thing' because it does not exist.\n", result.Error);
    }

    [Fact]
    public async Task A_table_may_be_120_columns_wide()
    {
        ShellResult result = await ShellProcess.CommandAsync("[pscustomobject]@{ A = 'a' * 60; B = 'b' * 55 }");
        Assert.Contains(new string('a', 60) + " " + new string('b', 55), result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_on_standard_input_is_run()
    {
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", "-Command", "-"], "foreach ($i in 1, 2) {\n  $i * 2\n}\nexit 4\n");
        Assert.Equal("2\n4\n", result.Output);
        Assert.Equal(4, result.ExitCode);
    }

    [Fact]
    public async Task Without_arguments_lines_on_standard_input_are_commands()
    {
        ShellResult result = await ShellProcess.RunAsync(["-NoModule"], "$x = 20\nif ($true) {\n$x + 1\n}\nthrow 'on'\n'still here'\nexit 3\n'gone'\n");
        Assert.Equal("21\nstill here\n", result.Output);
        Assert.Contains("on", result.Error, StringComparison.Ordinal);
        Assert.Equal(3, result.ExitCode);
    }

    [Fact]
    public async Task A_confirmation_is_asked_and_answered_from_standard_input()
    {
        using var folder = new TemporaryFolder();
        string kept = folder.Write("kept", "");
        string gone = folder.Write("gone", "");
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", "-Command", $"Remove-Item '{kept}', '{gone}' -Confirm"], "n\ny\n");
        Assert.True(File.Exists(kept));
        Assert.False(File.Exists(gone));
        Assert.Contains("[Y] Yes  [A] Yes to All  [N] No  [L] No to All", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_is_shown_and_nothing_done()
    {
        using var folder = new TemporaryFolder();
        string kept = folder.Write("kept", "");
        ShellResult result = await ShellProcess.CommandAsync($"Remove-Item '{kept}' -WhatIf");
        Assert.True(File.Exists(kept));
        Assert.Equal($"What if: Performing the operation \"Remove File\" on target \"{kept}\".\n", result.Output);
    }

    [Fact]
    public async Task A_confirmation_fails_where_nobody_can_be_asked()
    {
        using var folder = new TemporaryFolder();
        string kept = folder.Write("kept", "");
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", "-NonInteractive", "-Command", $"Remove-Item '{kept}' -Confirm"], "y\n");
        Assert.True(File.Exists(kept));
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("-NonInteractive", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drives_of_the_engine_are_there()
    {
        ShellResult result = await ShellProcess.CommandAsync(
            "$env:KNAST_PROBE = 'e'; (Get-Item env:KNAST_PROBE).Value; $v = 'v'; Get-Content variable:v; (Get-Item function:prompt).Name");
        Assert.Equal(["e", "v", "prompt"], result.Lines);
    }

    [Fact]
    public async Task A_host_without_a_terminal_shows_no_progress()
    {
        ShellResult result = await ShellProcess.CommandAsync("Write-Progress -Activity busy -PercentComplete 50; 'done'");
        Assert.Equal("done\n", result.Output);
        Assert.Equal("", result.Error);
    }
}
