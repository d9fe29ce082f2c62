using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Module;

public sealed class ImportTests
{
    private const string Assemblies =
        "[AppDomain]::CurrentDomain.GetAssemblies() | ForEach-Object { $_.GetName().Name } | Where-Object { $_ -like 'Knast*' -or $_ -like 'LiteDB*' -or $_ -like 'Zstd*' }";

    [Theory]
    [InlineData("")]
    [InlineData("Get-Command -Module Knast | Out-Null")]
    public async Task Import_loads_no_assembly_of_ours_but_that_of_the_cmdlets(string command)
    {
        ShellResult result = await ShellProcess.RunAsync($"{command}; {Assemblies}");
        Assert.Equal(["Knast.PowerShell"], result.Lines.Where(line => line != "knast-shell"));
    }

    [Fact]
    public async Task Import_makes_nothing_on_disk()
    {
        string root = Path.Combine(Path.GetTempPath(), "knast-import-" + Guid.NewGuid().ToString("N"));
        ShellResult result = await ShellProcess.RunAsync("Get-Command -Module Knast | Out-Null; Get-KnastContainer; Test-KnastHost | Out-Null", ("KNAST_ROOT", root));
        Assert.Equal(0, result.ExitCode);
        Assert.False(Directory.Exists(root));
    }

    [Fact]
    public async Task Exactly_the_cmdlets_of_the_assembly_are_exported()
    {
        ShellResult result = await ShellProcess.RunAsync("(Get-Command -Module Knast).Name | Sort-Object");
        Assert.Equal(CmdletTypes.All.Select(cmdlet => cmdlet.Name).Order(StringComparer.Ordinal), result.Lines.Order(StringComparer.Ordinal));
    }
}
