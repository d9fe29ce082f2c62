using System.Diagnostics;
using System.Text.RegularExpressions;
using Knast.PowerShell.Tests.Pester;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Examples;

public sealed partial class QuickstartTests : IClassFixture<TestRegistry>
{
    private static readonly string Script = Path.Combine(Repository.Root, "examples", "quickstart.ps1");

    private readonly TestRegistry _registry;

    public QuickstartTests(TestRegistry registry) => _registry = registry;

    [Fact]
    public async Task It_shows_the_life_of_a_container_and_leaves_nothing()
    {
        DirectoryInfo temporary = Directory.CreateTempSubdirectory("knast-quickstart-test-");
        ShellResult result = await ShellProcess.RunWithAsync([Script], ("TMPDIR", temporary.FullName));
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Hello from process 1 of a container.", result.Output, StringComparison.Ordinal);
        Assert.Contains("Good morning, world.", result.Output, StringComparison.Ordinal);
        Assert.Contains("asked to end", result.Output, StringComparison.Ordinal);
        Assert.Contains("Stopped (3)", result.Output, StringComparison.Ordinal);
        Assert.Contains("0 containers, 0 images", result.Output, StringComparison.Ordinal);
        Assert.Empty(temporary.EnumerateFileSystemInfos());
        temporary.Delete();
    }

    [Fact]
    public async Task With_an_image_it_pulls_that()
    {
        Assert.SkipWhen(_registry.Address is null, "No registry can be started here.");
        ShellResult result = await ShellProcess.RunWithAsync([Script, "-Image", $"{_registry.Address}/test/busybox:1"]);
        Assert.True(result.ExitCode == 0, result.ToString());
        Assert.Contains("Good morning, world.", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_program_is_started_but_dotnet_the_launcher_and_the_containers_own()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/strace"), "strace is not installed.");
        string trace = Path.Combine(Path.GetTempPath(), $"knast-strace-{Guid.NewGuid():N}");
        var start = new ProcessStartInfo("strace", ["-f", "-qq", "-o", trace, "-e", "trace=execve,execveat", "dotnet", "exec", Repository.Shell, Script])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await error);

        string[] programs = [.. File.ReadAllLines(trace).Where(line => line.EndsWith("= 0", StringComparison.Ordinal)).Select(Program).Distinct().Order(StringComparer.Ordinal)];
        File.Delete(trace);
        Assert.All(programs, program => Assert.Matches("^(/.*/dotnet|/proc/self/fd/[0-9]+|/memfd:.*|/bin/sh|/usr/bin/sh|/bin/sleep|/usr/bin/sleep)$", program));
        Assert.Contains(programs, program => program.EndsWith("/sh", StringComparison.Ordinal));
    }

    private static string Program(string line) => Executed().Match(line) is { Success: true } match ? match.Groups[1].Value : line;

    [GeneratedRegex("execve(?:at)?\\((?:[0-9]+, )?\"([^\"]*)\"")]
    private static partial Regex Executed();
}
