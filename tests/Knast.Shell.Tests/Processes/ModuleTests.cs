namespace Knast.Shell.Tests.Processes;

public sealed class ModuleTests
{
    private static string WriteModule(TemporaryFolder folder)
    {
        folder.Write("Knast/Knast.psm1", """
            function Get-Cell { [pscustomobject]@{ PSTypeName = 'Test.Cell'; Name = 'web'; Secret = 'hidden' } }
            """);
        folder.Write("Knast/Knast.format.ps1xml", """
            <Configuration><ViewDefinitions><View><Name>cell</Name><ViewSelectedBy><TypeName>Test.Cell</TypeName></ViewSelectedBy>
            <TableControl><TableHeaders><TableColumnHeader><Label>CELL</Label></TableColumnHeader></TableHeaders>
            <TableRowEntries><TableRowEntry><TableColumnItems><TableColumnItem><PropertyName>Name</PropertyName></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries>
            </TableControl></View></ViewDefinitions></Configuration>
            """);
        return folder.Write("Knast/Knast.psd1", """
            @{ RootModule = 'Knast.psm1'; ModuleVersion = '1.0'; FormatsToProcess = 'Knast.format.ps1xml'; FunctionsToExport = 'Get-Cell'; CmdletsToExport = @(); AliasesToExport = @() }
            """);
    }

    private static Dictionary<string, string?> Environment(string module) => new() { ["KNAST_MODULE"] = module };

    [Fact]
    public async Task The_module_is_imported_with_its_formats()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await ShellProcess.RunAsync(["-Command", "Get-Cell"], environment: Environment(WriteModule(folder)));
        Assert.Equal(["CELL", "----", "web"], result.Lines);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task Runspaces_of_ForEach_Object_Parallel_find_the_module_and_the_shells_cmdlets()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await ShellProcess.RunAsync(
            ["-Command", "1..3 | ForEach-Object -Parallel { $cell = Get-Cell; Write-Output \"$_ $($cell.Name)\" } | Sort-Object"],
            environment: Environment(WriteModule(folder)));
        Assert.Equal(["1 web", "2 web", "3 web"], result.Lines);
    }

    [Fact]
    public async Task Without_a_module_there_is_one_warning_on_standard_error()
    {
        string staged = Path.Combine(AppContext.BaseDirectory, "Knast", "Knast.psd1");
        Assert.SkipWhen(File.Exists(staged), "the module is staged beside the shell");
        ShellResult result = await ShellProcess.RunAsync(["-Command", "1"]);
        Assert.Equal("1\n", result.Output);
        Assert.StartsWith("WARNING: no Knast module", result.Error, StringComparison.Ordinal);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task A_module_that_is_named_and_missing_is_an_error()
    {
        ShellResult result = await ShellProcess.RunAsync(["-Command", "1"], environment: Environment("/no/such/Knast.psd1"));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("/no/such/Knast.psd1", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_module_that_does_not_load_is_an_error()
    {
        using var folder = new TemporaryFolder();
        folder.Write("Knast/Knast.psm1", "throw 'broken'");
        string manifest = folder.Write("Knast/Knast.psd1", "@{ RootModule = 'Knast.psm1'; ModuleVersion = '1.0' }");
        ShellResult result = await ShellProcess.RunAsync(["-Command", "'not reached'"], environment: Environment(manifest));
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("", result.Output);
        Assert.Contains("broken", result.Error, StringComparison.Ordinal);
    }
}
