using Knast.Shell.CommandLine;

namespace Knast.Shell.Tests.CommandLine;

public sealed class ShellArgumentParserTests
{
    [Fact]
    public void Nothing_is_a_prompt() => Assert.Equal(ShellMode.Interactive, ShellArgumentParser.Parse([]).Mode);

    [Fact]
    public void All_after_command_is_its_text()
    {
        ShellArguments parsed = ShellArgumentParser.Parse(["-nomodule", "-c", "Get-Item", "-Force", "x"]);
        Assert.Equal((ShellMode.Command, "Get-Item -Force x", false), (parsed.Mode, parsed.Command, parsed.ImportModule));
    }

    [Fact]
    public void All_after_a_script_is_its_own()
    {
        ShellArguments parsed = ShellArgumentParser.Parse(["--NonInteractive", "run.ps1", "-NoModule", "-Help"]);
        Assert.Equal((ShellMode.File, "run.ps1", true, true), (parsed.Mode, parsed.File, parsed.ImportModule, parsed.NonInteractive));
        Assert.Equal(["-NoModule", "-Help"], parsed.ScriptArguments);
    }

    [Fact]
    public void Pester_takes_paths_and_options_in_any_order()
    {
        PesterArguments parsed = ShellArgumentParser.Parse(["-Pester", "a", "-Tag", "x,y", "b", "-ExcludeTag", "z", "-Output", "none", "-ResultPath", "r.xml"]).Pester;
        Assert.Equal(["a", "b"], parsed.Paths);
        Assert.Equal(["x", "y"], parsed.Tags);
        Assert.Equal(["z"], parsed.ExcludedTags);
        Assert.Equal((PesterVerbosity.None, "r.xml"), (parsed.Output, parsed.ResultPath));
    }

    [Theory]
    [InlineData("-Unknown")]
    [InlineData("-Command")]
    [InlineData("-Pester", "-Tag", "x")]
    [InlineData("-Pester", "a", "-Output", "Loud")]
    [InlineData("-Pester", "a", "-Nonsense", "x")]
    [InlineData("-Pester", "a", "-Tag")]
    public void What_is_not_understood_is_refused(params string[] arguments) =>
        Assert.Throws<UsageException>(() => ShellArgumentParser.Parse(arguments));
}
