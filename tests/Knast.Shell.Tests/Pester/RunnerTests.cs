using System.Text.Json;
using System.Xml.Linq;
using Knast.Shell.Tests.Processes;

namespace Knast.Shell.Tests.Pester;

public sealed class RunnerTests
{
    private const string Mixed = """
        Describe 'mixed' {
            It 'passes' { 1 | Should -Be 1 }
            It 'fails' { 'abc' | Should -Be 'abd' -Because 'so' }
            It 'throws' { Get-Item /no/such/thing -ErrorAction Stop }
            It 'breaks' { break }
            It 'goes no further' { 1 | Should -Be 2; Write-Host 'NOT REACHED' }
            It 'is skipped' -Skip { }
            Context 'not set up' {
                BeforeAll { throw 'no setup' }
                It 'cannot run' { Write-Host 'NOT REACHED' }
                Context 'deeper' { It 'cannot run either' { } }
                AfterAll { Write-Host 'torn down all the same' }
            }
            Context 'not torn down' {
                AfterAll { throw 'no teardown' }
                It 'passes too' { }
            }
            It 'runs after all that' { }
        }
        """;

    private static async Task<ShellResult> RunAsync(TemporaryFolder folder, string text, params string[] options) =>
        await ShellProcess.RunAsync(["-NoModule", "-Pester", folder.Write("a.Tests.ps1", text), .. options]);

    [Fact]
    public async Task The_selftest_of_the_grammar_passes()
    {
        string file = Path.Combine(AppContext.BaseDirectory, "pester", "PesterRunner.Tests.ps1");
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", "-Pester", file]);
        Assert.EndsWith("Tests Passed: 78, Failed: 0, Skipped: 4\n", result.Output, StringComparison.Ordinal);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
    }

    [Fact]
    public async Task Failures_are_shown_counted_and_the_exit_code()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await RunAsync(folder, Mixed);
        Assert.EndsWith("Tests Passed: 3, Failed: 7, Skipped: 1\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(7, result.ExitCode);
        Assert.Contains("[+] passes", result.Output, StringComparison.Ordinal);
        Assert.Contains("Expected strings to be the same, because so, but they were different.", result.Output, StringComparison.Ordinal);
        Assert.Contains("a.Tests.ps1: line 3", result.Output, StringComparison.Ordinal);
        Assert.Contains("ItemNotFoundException: Cannot find path '/no/such/thing'", result.Output, StringComparison.Ordinal);
        Assert.Contains("torn down all the same", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("NOT REACHED", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_None_gives_the_summary_only()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await RunAsync(folder, "Describe a { It b { } }", "-Output", "None");
        Assert.Equal(2, result.Lines.Length);
        Assert.Equal("Tests Passed: 1, Failed: 0, Skipped: 0", result.Lines[1]);
    }

    [Fact]
    public async Task Tags_choose_tests_and_blocks()
    {
        const string Text = """
            Describe 'a' -Tag slow { It 'in a slow block' { }; It 'with its own' -Tag disk { } }
            Describe 'b' { It 'with a tag' -Tag disk { }; It 'without' { } }
            """;
        using var folder = new TemporaryFolder();
        Assert.EndsWith("Passed: 2, Failed: 0, Skipped: 0, NotRun: 2\n", (await RunAsync(folder, Text, "-Tag", "slow")).Output, StringComparison.Ordinal);
        Assert.EndsWith("Passed: 2, Failed: 0, Skipped: 0, NotRun: 2\n", (await RunAsync(folder, Text, "-Tag", "di*")).Output, StringComparison.Ordinal);
        Assert.EndsWith("Passed: 1, Failed: 0, Skipped: 0, NotRun: 3\n", (await RunAsync(folder, Text, "-Tag", "disk", "-ExcludeTag", "slow")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Setups_are_not_run_for_nothing()
    {
        const string Text = """
            Describe 'all skipped' { BeforeAll { Write-Host 'RUN' }; It 'x' -Skip { } }
            Describe 'left out' -Tag no { BeforeAll { Write-Host 'RUN' }; It 'x' { } }
            """;
        using var folder = new TemporaryFolder();
        ShellResult result = await RunAsync(folder, Text, "-ExcludeTag", "no");
        Assert.DoesNotContain("RUN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Script_variables_do_not_pass_from_file_to_file()
    {
        using var folder = new TemporaryFolder();
        folder.Write("1.Tests.ps1", "BeforeAll { $script:leak = 1; $plain = 1 }; Describe a { It b { $script:leak | Should -Be 1 } }");
        folder.Write("2.Tests.ps1", "Describe a { It b { $script:leak | Should -BeNullOrEmpty; $plain | Should -BeNullOrEmpty } }");
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", "-Pester", folder.Path]);
        Assert.EndsWith("Tests Passed: 2, Failed: 0, Skipped: 0\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_beyond_the_subset_is_refused_and_none_of_it_runs()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await RunAsync(folder, "Describe a { It b { Write-Host RUN }\nIt c { Mock Get-Item } }");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("line 2: Mock is beyond the subset", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("RUN", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_while_tests_are_found_fails_the_file()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await RunAsync(folder, "BeforeDiscovery { throw 'no data' }; Describe a { It b { } }");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("no data", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ForEach_is_an_error()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await RunAsync(folder, "Describe a { It b -ForEach @() { } }");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("nothing would be tested", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ctrl_C_ends_the_run_and_runs_the_teardown()
    {
        using var folder = new TemporaryFolder();
        string file = folder.Write("a.Tests.ps1", "Describe a { It b { try { Write-Host started; Start-Sleep 60 } finally { Write-Host stopped } } }");
        using var shell = new ShellProcess(["-NoModule", "-Pester", file, "-Output", "None"]);
        Assert.Equal("started", await shell.ReadLineAsync());
        shell.Signal(2);
        ShellResult result = await shell.FinishAsync();
        Assert.StartsWith("stopped", result.Output, StringComparison.Ordinal);
        Assert.Equal(130, result.ExitCode);
    }

    [Fact]
    public async Task Results_are_written_as_JSON()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "results.json");
        await RunAsync(folder, Mixed, "-ResultPath", path);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal(7, json.RootElement.GetProperty("failed").GetInt32());
        JsonElement test = json.RootElement.GetProperty("files")[0].GetProperty("tests")[1];
        Assert.Equal("mixed.fails", test.GetProperty("name").GetString());
        Assert.Equal("Failed", test.GetProperty("result").GetString());
        Assert.Contains("they were different", test.GetProperty("errors")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_written_as_NUnit_XML()
    {
        using var folder = new TemporaryFolder();
        string path = Path.Combine(folder.Path, "results.xml");
        await RunAsync(folder, Mixed, "-ResultPath", path);
        XElement root = XElement.Load(path);
        Assert.Equal("7", root.Attribute("failed")!.Value);
        XElement test = root.Descendants("test-case").Single(t => t.Attribute("name")!.Value == "fails");
        Assert.Equal("Failed", test.Attribute("result")!.Value);
        Assert.Contains("they were different", test.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_Pester_is_a_command_too()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.Tests.ps1", "Describe a { It b { }; It c { throw } }");
        ShellResult result = await ShellProcess.CommandAsync($"$r = Invoke-Pester '{folder.Path}' -Output None -PassThru; \"$($r.Result) $($r.PassedCount) $($r.FailedCount)\"");
        Assert.Equal("Failed 1 1", result.Lines[^1]);
    }

    [Theory]
    [InlineData("Describe a { }")]
    [InlineData("It a { }")]
    [InlineData("BeforeAll { }")]
    public async Task Pesters_commands_outside_of_a_test_file_say_where_they_belong(string command)
    {
        ShellResult result = await ShellProcess.CommandAsync(command);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("belongs into a *.Tests.ps1 file", result.Error, StringComparison.Ordinal);
    }
}
