using System.Xml.Linq;
using Knast.PowerShell.Tests.Support;

namespace Knast.PowerShell.Tests.Views;

public sealed class ViewTests
{
    private static readonly XDocument Formats = XDocument.Load(Path.Combine(Repository.Root, "src", "Knast.PowerShell", "Knast.format.ps1xml"));
    private static readonly XDocument Types = XDocument.Load(Path.Combine(Repository.Root, "src", "Knast.PowerShell", "Knast.types.ps1xml"));

    public static TheoryData<string> Objects { get; } = new(CmdletTypes.All
        .SelectMany(cmdlet => cmdlet.OutputType).Select(type => type.Name).Where(name => name.StartsWith("Knast.", StringComparison.Ordinal)).Distinct());

    [Theory, MemberData(nameof(Objects))]
    public void Each_object_has_a_table_of_at_most_100_columns(string type)
    {
        XElement[] columns = [.. Views(type).Descendants("TableColumnHeader")];
        Assert.NotEmpty(columns);
        Assert.InRange(columns.Sum(column => ((int?)column.Element("Width") ?? 8) + 1), 1, 101);
    }

    [Theory, MemberData(nameof(Objects))]
    public void Each_object_has_a_list(string type) => Assert.NotEmpty(Views(type).Descendants("ListControl"));

    [Theory, MemberData(nameof(Objects))]
    public void Each_object_has_properties_that_are_shown_first_and_a_depth_of_serialization(string type)
    {
        XElement members = Assert.Single(Types.Descendants("Type"), element => (string?)element.Element("Name") == type);
        Assert.Single(members.Descendants("PropertySet"));
        Assert.Single(members.Descendants("NoteProperty"), note => (string?)note.Element("Name") == "SerializationDepth");
    }

    [Theory, MemberData(nameof(Objects))]
    public void Views_and_property_sets_name_properties_that_there_are(string type)
    {
        HashSet<string> properties = [.. Type(type).GetProperties().Select(property => property.Name), "Containers"];
        IEnumerable<string> named = Views(type).Descendants("PropertyName")
            .Concat(Types.Descendants("Type").Where(element => (string?)element.Element("Name") == type).Descendants("ReferencedProperties").Elements("Name"))
            .Select(element => element.Value);
        Assert.Empty(named.Except(properties));
    }

    [Fact]
    public async Task Colour_is_there_only_where_the_host_wants_it()
    {
        string root = Path.Combine(Path.GetTempPath(), "knast-view-" + Guid.NewGuid().ToString("N"));
        ShellResult plain = await ShellProcess.RunAsync("$PSStyle.OutputRendering = 'PlainText'; (Test-KnastHost | Out-String).Replace([string][char]27, 'ESC')", ("KNAST_ROOT", root));
        ShellResult coloured = await ShellProcess.RunAsync("$PSStyle.OutputRendering = 'Ansi'; (Test-KnastHost | Out-String).Replace([string][char]27, 'ESC')", ("KNAST_ROOT", root));
        Assert.DoesNotContain("ESC", plain.Output, StringComparison.Ordinal);
        Assert.Contains("ESC[32mAvailable", coloured.Output, StringComparison.Ordinal);
    }

    private static IEnumerable<XElement> Views(string type) =>
        Formats.Descendants("View").Where(view => view.Descendants("TypeName").Any(name => name.Value == type));

    private static Type Type(string name) =>
        typeof(CommandResult).Assembly.GetType(name) ?? typeof(Container).Assembly.GetType(name) ?? typeof(Image).Assembly.GetType(name)!;
}
