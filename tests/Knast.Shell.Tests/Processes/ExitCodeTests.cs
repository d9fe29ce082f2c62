namespace Knast.Shell.Tests.Processes;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("1", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("throw 'x'", 1)]
    [InlineData("Write-Error x", 1)]
    [InlineData("Write-Error x; 1", 0)]
    [InlineData("Get-Item /no/such/thing", 1)]
    [InlineData("/bin/sh -c 'exit 5'", 1)]
    [InlineData("/bin/sh -c 'exit 5'; exit $LASTEXITCODE", 5)]
    [InlineData("if (", 1)]
    public async Task Command_gives_the_code_that_pwsh_gives(string command, int expected)
    {
        ShellResult result = await ShellProcess.CommandAsync(command);
        Assert.Equal(expected, result.ExitCode);
    }

    [Theory]
    [InlineData("'fine'", 0)]
    [InlineData("exit 7", 7)]
    [InlineData("exit", 0)]
    [InlineData("throw 'x'", 1)]
    [InlineData("Write-Error x", 0)]
    [InlineData("/bin/sh -c 'exit 5'", 0)]
    [InlineData("function f { exit 3 }; f; 'not reached'", 3)]
    [InlineData("$ErrorActionPreference = 'Stop'; Get-Item /no/such/thing", 1)]
    [InlineData("if (", 1)]
    public async Task File_gives_the_code_that_pwsh_gives(string script, int expected)
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", folder.Write("script.ps1", script)]);
        Assert.Equal(expected, result.ExitCode);
        Assert.DoesNotContain("not reached", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Nonsense")]
    [InlineData("-Command")]
    [InlineData("-File")]
    [InlineData("-Pester")]
    [InlineData("/no/such/script.ps1")]
    public async Task Wrong_command_line_ends_with_64_and_says_why(params string[] arguments)
    {
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", .. arguments]);
        Assert.Equal(64, result.ExitCode);
        Assert.Contains(arguments[0], result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_and_help_end_with_0()
    {
        ShellResult version = await ShellProcess.RunAsync(["-Version"]);
        Assert.Matches(@"^knast-shell \d+\.\d+\.\d+ \(PowerShell engine 7\.", version.Output);
        Assert.Equal(0, version.ExitCode);
        ShellResult help = await ShellProcess.RunAsync(["-Help"]);
        Assert.Contains("-Pester PATH", help.Output, StringComparison.Ordinal);
        Assert.Equal(0, help.ExitCode);
    }
}
