namespace Knast.Shell.Tests.Processes;

public sealed class ScriptArgumentTests
{
    private const string Script = """
        param([string] $Name = 'none', [int] $Count, [switch] $Flag, [Parameter(ValueFromRemainingArguments)] [string[]] $Rest)
        "$Name|$Count|$Flag|$($Rest -join ',')"
        """;

    [Theory]
    [InlineData("none|0|False|")]
    [InlineData("web|3|False|", "-Name", "web", "-Count", "3")]
    [InlineData("web|3|True|a,b", "web", "3", "-Flag", "a", "b")]
    [InlineData("web|0|False|", "-Name:web", "-Flag:$false")]
    [InlineData("web|-5|False|", "web", "-5")]
    [InlineData("$(1)|0|False|", "$(1)")]
    [InlineData("-Flag|0|False|", "--", "-Flag")]
    public async Task Arguments_bind_as_with_pwsh(string expected, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", "-File", folder.Write("script.ps1", Script), .. arguments]);
        Assert.Equal(expected + "\n", result.Output);
        Assert.Equal("", result.Error);
    }

    [Fact]
    public async Task A_wrong_parameter_is_an_error_that_names_it()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", folder.Write("script.ps1", "[CmdletBinding()] param([int] $Count)"), "-Count", "many"]);
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Count", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_knows_where_it_is()
    {
        using var folder = new TemporaryFolder();
        ShellResult result = await ShellProcess.RunAsync(["-NoModule", folder.Write("script.ps1", "$PSScriptRoot; Split-Path -Leaf $PSCommandPath")]);
        Assert.Equal([folder.Path, "script.ps1"], result.Lines);
    }
}
