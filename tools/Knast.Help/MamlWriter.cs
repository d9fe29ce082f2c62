using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;

namespace Knast.Help;

/// <summary>Writes the XML that Get-Help reads (MAML): texts from the pages, syntax from the cmdlets themselves.</summary>
internal static class MamlWriter
{
    private static readonly XNamespace Root = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>Writes the help of all cmdlets.</summary>
    /// <exception cref="HelpException">A cmdlet has no page, a page no cmdlet, or a parameter no text.</exception>
    public static void Write(IReadOnlyList<CmdletInfo> cmdlets, IReadOnlyList<HelpPage> pages, string output)
    {
        if (pages.Select(page => page.Name).Except(cmdlets.Select(cmdlet => cmdlet.Name)).FirstOrDefault() is { } stranger)
            throw new HelpException($"There is a page for {stranger}, but no such cmdlet.");
        var items = new XElement(
            Root + "helpItems",
            new XAttribute("schema", "maml"),
            new XAttribute(XNamespace.Xmlns + "maml", Maml),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            cmdlets.Select(cmdlet => Item(cmdlet, Page(pages, cmdlet.Name))));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(output))!);
        new XDocument(items).Save(output);
    }

    private static HelpPage Page(IReadOnlyList<HelpPage> pages, string name) =>
        pages.FirstOrDefault(page => page.Name == name) ?? throw new HelpException($"{name} has no page docs/cmdlets/{name}.md.");

    private static XElement Item(CmdletInfo cmdlet, HelpPage page) => new(
        Command + "command",
        new XElement(
            Command + "details",
            new XElement(Command + "name", cmdlet.Name),
            Paragraphs(Maml + "description", [page.Synopsis]),
            new XElement(Command + "verb", cmdlet.Verb),
            new XElement(Command + "noun", cmdlet.Noun)),
        Paragraphs(Maml + "description", page.Description),
        new XElement(Command + "syntax", cmdlet.ParameterSets.Select(set => new XElement(
            Command + "syntaxItem",
            new XElement(Maml + "name", cmdlet.Name),
            CmdletAssembly.OwnParameters(set).OrderBy(parameter => (uint)parameter.Position).ThenByDescending(parameter => parameter.IsMandatory).Select(parameter => Parameter(parameter, page, isSyntax: true))))),
        new XElement(
            Command + "parameters",
            cmdlet.ParameterSets.SelectMany(CmdletAssembly.OwnParameters).DistinctBy(parameter => parameter.Name)
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).Select(parameter => Parameter(parameter, page, isSyntax: false))),
        Types("inputTypes", "inputType", page.Inputs),
        Types("returnValues", "returnValue", page.Outputs),
        new XElement(Maml + "alertSet", Paragraphs(Maml + "alert", page.Notes)),
        new XElement(Command + "examples", page.Examples.Select((example, index) => Example(example, index + 1))),
        new XElement(Command + "relatedLinks", page.Links.Select(link => new XElement(
            Maml + "navigationLink", new XElement(Maml + "linkText", link), new XElement(Maml + "uri")))));

    private static XElement Parameter(CommandParameterInfo parameter, HelpPage page, bool isSyntax)
    {
        if (!page.Parameters.TryGetValue(parameter.Name, out IReadOnlyList<string>? text))
            throw new HelpException($"docs/cmdlets/{page.Name}.md says nothing about -{parameter.Name}.");
        bool isSwitch = parameter.ParameterType == typeof(SwitchParameter);
        return new XElement(
            Command + "parameter",
            new XAttribute("required", parameter.IsMandatory ? "true" : "false"),
            new XAttribute("variableLength", parameter.ParameterType.IsArray ? "true" : "false"),
            new XAttribute("globbing", parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any() ? "true" : "false"),
            new XAttribute("pipelineInput", PipelineInput(parameter)),
            new XAttribute("position", parameter.Position < 0 ? "named" : parameter.Position.ToString(CultureInfo.InvariantCulture)),
            new XAttribute("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases)),
            new XElement(Maml + "name", parameter.Name),
            Paragraphs(Maml + "description", text),
            Values(parameter),
            isSwitch && isSyntax ? null : new XElement(
                Command + "parameterValue", new XAttribute("required", isSwitch ? "false" : "true"), TypeName(parameter.ParameterType)));
    }

    private static string PipelineInput(CommandParameterInfo parameter) => (parameter.ValueFromPipeline, parameter.ValueFromPipelineByPropertyName) switch
    {
        (true, true) => "true (ByValue, ByPropertyName)",
        (true, false) => "true (ByValue)",
        (false, true) => "true (ByPropertyName)",
        _ => "false",
    };

    private static XElement? Values(CommandParameterInfo parameter)
    {
        Type type = Element(parameter.ParameterType);
        return type.IsEnum
            ? new XElement(Command + "parameterValueGroup", Enum.GetNames(type).Select(name => new XElement(
                Command + "parameterValue", new XAttribute("required", "false"), new XAttribute("variableLength", "false"), name)))
            : null;
    }

    private static string TypeName(Type type)
    {
        string suffix = type.IsArray ? "[]" : "";
        Type element = Element(type);
        return (element.IsGenericType ? "Hashtable" : element.Name) + suffix;
    }

    private static Type Element(Type type)
    {
        Type element = type.IsArray ? type.GetElementType()! : type;
        return Nullable.GetUnderlyingType(element) ?? element;
    }

    private static XElement Types(string list, string item, IReadOnlyList<string> texts) => new(
        Command + list,
        texts.Select(text => text.Split('\n', 2)).Select(parts => new XElement(
            Command + item,
            new XElement(Dev + "type", new XElement(Maml + "name", parts[0])),
            Paragraphs(Maml + "description", parts[1..]))));

    private static XElement Example(HelpExample example, int number) => new(
        Command + "example",
        new XElement(Maml + "title", $"Example {number}: {example.Title}"),
        new XElement(Dev + "code", example.Code),
        Paragraphs(Dev + "remarks", example.Remarks));

    private static XElement Paragraphs(XName name, IReadOnlyList<string> texts) => new(name, texts.Select(text => new XElement(Maml + "para", text)));
}
