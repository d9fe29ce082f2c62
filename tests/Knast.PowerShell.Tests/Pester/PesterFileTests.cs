using System.Text.Json;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Pester;

/// <summary>The Pester files of the cmdlets, run by the shell with real containers.</summary>
public sealed class PesterFileTests : IClassFixture<TestRegistry>
{
    private readonly TestRegistry _registry;

    public PesterFileTests(TestRegistry registry) => _registry = registry;

    public static TheoryData<string> Files { get; } =
        new(Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "pester"), "*.Tests.ps1").Select(path => Path.GetFileName(path))
            .Where(name => name != "PesterRunner.Tests.ps1").Order(StringComparer.Ordinal)!);

    [Theory, MemberData(nameof(Files))]
    public async Task Passes(string file)
    {
        string results = Path.Combine(Path.GetTempPath(), $"knast-{Guid.NewGuid():N}.json");
        try
        {
            ShellResult run = await ShellProcess.RunWithAsync(
                ["-Pester", Path.Combine(Repository.Root, "tests", "pester", file), "-Output", "Detailed", "-ResultPath", results],
                ("KNAST_TEST_REGISTRY", _registry.Address ?? ""));
            TestContext.Current.TestOutputHelper!.WriteLine(run.Output);
            Assert.True(File.Exists(results), run.ToString());
            using JsonDocument document = JsonDocument.Parse(await File.ReadAllTextAsync(results, TestContext.Current.CancellationToken));
            Assert.True(document.RootElement.GetProperty("failed").GetInt32() == 0, run.ToString());
            Assert.True(document.RootElement.GetProperty("passed").GetInt32() > 0, run.ToString());
            Assert.True(run.ExitCode == 0, run.ToString());
        }
        finally
        {
            File.Delete(results);
        }
    }

    [Fact]
    public void Every_cmdlet_has_its_file() => Assert.Empty(
        CmdletTypes.All.Select(cmdlet => cmdlet.Name + ".Tests.ps1").Except(Files.Select(row => row.Data)));
}
