using Knast.Help;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Help;

/// <summary>Parameters, pages and code say the same.</summary>
public sealed class PageTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "cmdlets");

    public static TheoryData<string> Cmdlets => CmdletTypes.Names;

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_a_cmdlet() => Assert.Equal(
        CmdletTypes.All.Select(cmdlet => cmdlet.Name), HelpPageReader.ReadFolder(Folder).Select(page => page.Name));

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_page_says_something_of_every_parameter_and_of_no_other(string name)
    {
        HelpPage own = HelpPageReader.Read(Path.Combine(Folder, name + ".md"));
        HelpPage whole = HelpPageReader.ReadFolder(Folder).Single(page => page.Name == name);
        HashSet<string> parameters = [.. CmdletTypes.Get(name).ParameterSets.SelectMany(CmdletAssembly.OwnParameters).Select(parameter => parameter.Name)];
        Assert.Empty(own.Parameters.Keys.Except(parameters));
        Assert.Empty(parameters.Except(whole.Parameters.Keys));
        Assert.All(parameters, parameter => Assert.NotEmpty(whole.Parameters[parameter]));
    }

    [Theory, MemberData(nameof(Cmdlets))]
    public void A_page_has_a_synopsis_a_description_and_examples_that_use_the_cmdlet(string name)
    {
        HelpPage page = HelpPageReader.Read(Path.Combine(Folder, name + ".md"));
        Assert.Equal(name, page.Name);
        Assert.InRange(page.Synopsis.Length, 20, 100);
        Assert.NotEmpty(page.Description);
        Assert.NotEmpty(page.Examples);
        Assert.All(page.Examples, example => Assert.Contains(name, example.Code, StringComparison.Ordinal));
        Assert.NotEmpty(page.Outputs);
    }

    [Fact]
    public void Links_lead_to_pages_and_topics() => Assert.All(
        HelpPageReader.ReadFolder(Folder).SelectMany(page => page.Links),
        link => Assert.True(
            File.Exists(Path.Combine(Folder, link + ".md")) || File.Exists(Path.Combine(Repository.Root, "docs", "about", link + ".help.txt")), link));

    [Fact]
    public async Task Get_Help_shows_synopsis_syntax_parameters_and_examples_offline()
    {
        ShellResult result = await ShellProcess.RunAsync("Get-Help Stop-KnastContainer -Full | Out-String -Width 300; Get-Help New-KnastContainer -Examples | Out-String -Width 300; (Get-Help about_Knast_Networking) -match 'loopback' | Out-Null; $?");
        Assert.Contains("Asks containers to end", result.Output, StringComparison.Ordinal);
        Assert.Contains("Stop-KnastContainer [-Name] <String[]> [-Signal <String>]", result.Output, StringComparison.Ordinal);
        Assert.Contains("Example 1: Create a container and start it", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_topics_are_found()
    {
        ShellResult result = await ShellProcess.RunAsync(
            "'about_Knast', 'about_Knast_Images', 'about_Knast_Networking', 'about_Knast_Security' | ForEach-Object { ((Get-Help $_) -split '\\n').Count -gt 20 }");
        Assert.Equal(["True", "True", "True", "True"], result.Lines);
    }
}
