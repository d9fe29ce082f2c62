using System.Management.Automation.Language;

namespace Knast.Shell.Pester.Subset;

/// <summary>Checks the body of a file, a Describe or a Context: nothing but Pester's own commands, each with what it takes.</summary>
internal sealed class BlockChecker(List<SubsetViolation> violations)
{
    private static readonly Dictionary<string, string[]> Parameters = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Describe"] = ["Name", "Fixture", "Tag", "ForEach", "Skip"],
        ["Context"] = ["Name", "Fixture", "Tag", "ForEach", "Skip"],
        ["It"] = ["Name", "Test", "Tag", "ForEach", "TestCases", "Skip"],
        ["BeforeAll"] = ["ScriptBlock"],
        ["AfterAll"] = ["ScriptBlock"],
        ["BeforeEach"] = ["ScriptBlock"],
        ["AfterEach"] = ["ScriptBlock"],
        ["BeforeDiscovery"] = ["ScriptBlock"],
    };

    private static readonly HashSet<string> NotInFile = new(["It", "BeforeEach", "AfterEach"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> OncePerBlock = new(["BeforeAll", "AfterAll", "BeforeEach", "AfterEach"], StringComparer.OrdinalIgnoreCase);

    private readonly CodeChecker _code = new(violations);

    /// <summary>Whether a command makes up the structure of a file.</summary>
    public static bool IsStructure(string? command) => command is not null && Parameters.ContainsKey(command);

    public void Check(ScriptBlockAst body, bool isFile)
    {
        if (body.BeginBlock is not null || body.ProcessBlock is not null || body.DynamicParamBlock is not null)
            Add(body, "begin, process and dynamicparam blocks have no place here");
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (StatementAst statement in body.EndBlock?.Statements ?? Enumerable.Empty<StatementAst>())
        {
            if (statement is PipelineAst { PipelineElements: [CommandAst command], Background: false } && IsStructure(command.GetCommandName()))
                Check(command, isFile, seen);
            else
                RefuseCode(statement, isFile);
        }
    }

    private void Check(CommandAst command, bool isFile, HashSet<string> seen)
    {
        string name = command.GetCommandName();
        if (isFile && NotInFile.Contains(name))
            Add(command, $"{name} must stand in a Describe or Context");
        if (OncePerBlock.Contains(name) && !seen.Add(name))
            Add(command, $"{name} stands in this block a second time; one is allowed");
        ScriptBlockExpressionAst? body = null;
        foreach (CommandElementAst element in command.CommandElements.Skip(1))
        {
            if (element is CommandParameterAst parameter)
                CheckParameter(name, parameter);
            else if (element is ScriptBlockExpressionAst block && body is null)
                body = block;
            else if (body is not null && element is StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word)
                Add(element, $"{name} has '{word.Value}' behind its script block; a new command begins on a new line");
            else
                _code.Check(element);
        }

        if (body is null)
            Add(command, $"{name} wants its script block on the same line: {name} … {{");
        else if (name.Equals("Describe", StringComparison.OrdinalIgnoreCase) || name.Equals("Context", StringComparison.OrdinalIgnoreCase))
            Check(body.ScriptBlock, isFile: false);
        else
            _code.Check(body.ScriptBlock);
    }

    private void CheckParameter(string command, CommandParameterAst parameter)
    {
        if (!Parameters[command].Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase))
            Add(parameter, $"{command} takes no -{parameter.ParameterName} here; it takes -{string.Join(", -", Parameters[command])}");
        if (parameter.Argument is not null)
            _code.Check(parameter.Argument);
    }

    private void RefuseCode(StatementAst statement, bool isFile)
    {
        string place = isFile ? "directly in the file" : "directly in a Describe or Context";
        Add(statement, $"code {place} runs when tests are found, not when they run; put it into BeforeAll, or into BeforeDiscovery for -ForEach");
        _code.CheckRefusedCommands(statement);
    }

    private void Add(Ast place, string message) => violations.Add(new SubsetViolation(place.Extent.StartLineNumber, message));
}
