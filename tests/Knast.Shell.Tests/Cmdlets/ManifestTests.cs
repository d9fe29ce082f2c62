using System.Management.Automation.Language;
using Knast.Shell.Engine;

namespace Knast.Shell.Tests.Cmdlets;

public sealed class ManifestTests
{
    [Fact]
    public void The_modules_manifest_lists_the_core_cmdlets()
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Modules", "Knast.Shell", "Knast.Shell.psd1");
        Ast manifest = Parser.ParseFile(path, out _, out ParseError[] errors);
        Assert.Empty(errors);
        var table = (System.Collections.Hashtable)((HashtableAst)manifest.Find(node => node is HashtableAst, true)).SafeGetValue();
        IEnumerable<string> listed = ((object[])table["CmdletsToExport"]!).Cast<string>();
        IEnumerable<string> present = ShellCmdlets.All.Where(c => c.Type.Namespace == "Knast.Shell.Cmdlets").Select(c => c.Name);
        Assert.Equal(present.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_cmdlet_is_in_the_file_of_its_name()
    {
        Assert.All(ShellCmdlets.All, cmdlet => Assert.Equal(cmdlet.Name.Replace("-", "", StringComparison.Ordinal) + "Command", cmdlet.Type.Name));
    }
}
