using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Module;

public sealed class StagedFolderTests
{
    [Theory]
    [InlineData("Knast.psd1")]
    [InlineData("Knast.PowerShell.dll")]
    [InlineData("Knast.Oci.dll")]
    [InlineData("Knast.Native.dll")]
    [InlineData("Knast.Images.dll")]
    [InlineData("Knast.Runtime.dll")]
    [InlineData("Knast.format.ps1xml")]
    [InlineData("Knast.types.ps1xml")]
    [InlineData("LICENSE")]
    [InlineData("dependencies/Knast.Catalogue.dll")]
    [InlineData("dependencies/LiteDB.dll")]
    [InlineData("en-US/Knast.PowerShell.dll-Help.xml")]
    [InlineData("en-US/about_Knast.help.txt")]
    [InlineData("en-US/about_Knast_Images.help.txt")]
    [InlineData("en-US/about_Knast_Networking.help.txt")]
    [InlineData("en-US/about_Knast_Security.help.txt")]
    public void The_module_folder_has(string file) => Assert.True(File.Exists(Path.Combine(Repository.StagedModule, file)));

    [Fact]
    public void The_module_folder_has_nothing_that_belongs_to_the_host() => Assert.DoesNotContain(
        Directory.EnumerateFiles(Repository.StagedModule, "*.dll", SearchOption.AllDirectories).Select(path => Path.GetFileName(path)),
        name => name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal));

    [Fact]
    public void No_assembly_is_there_twice()
    {
        IEnumerable<string> names = Directory.EnumerateFiles(Repository.StagedModule, "*.dll", SearchOption.AllDirectories).Select(path => Path.GetFileName(path));
        Assert.Equal(names.Distinct().Order(), names.Order());
    }
}
