using System.Management.Automation.Language;

namespace Knast.Shell.Pester.Subset;

/// <summary>Checks code that runs: of Pester's commands, Should and Set-ItResult only.</summary>
internal sealed class CodeChecker(List<SubsetViolation> violations)
{
    private static readonly HashSet<string> Refused = new(
        [
            "Mock", "InModuleScope", "Assert-MockCalled", "Assert-VerifiableMock", "Assert-VerifiableMocks", "Invoke-Mock", "New-MockObject",
            "New-Fixture", "Add-ShouldOperator", "Get-ShouldOperator", "Invoke-Pester", "New-PesterConfiguration", "New-PesterContainer",
            "Set-TestInconclusive", "New-PesterBlock", "New-PesterTest", "Add-PesterSetup", "Assert-PesterValue",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly string[] ResultParameters = ["Skipped", "Inconclusive", "Because"];

    public void Check(Ast code)
    {
        CheckRefusedCommands(code);
        foreach (CommandAst command in Commands(code))
        {
            string name = command.GetCommandName();
            if (BlockChecker.IsStructure(name))
                Add(command, $"{name} must stand directly in the file, a Describe or a Context");
            else if (name.Equals("Should", StringComparison.OrdinalIgnoreCase))
                violations.AddRange(ShouldChecker.Check(command));
            else if (name.Equals("Set-ItResult", StringComparison.OrdinalIgnoreCase))
                CheckResult(command);
        }
    }

    public void CheckRefusedCommands(Ast code)
    {
        foreach (CommandAst command in Commands(code))
        {
            string name = command.GetCommandName();
            if (Refused.Contains(name))
                Add(command, $"{name} is beyond the subset of Pester's grammar that runs here");
            else if (name.StartsWith("Should-", StringComparison.OrdinalIgnoreCase))
                Add(command, $"{name} is of Pester 6 only; write Should -{name["Should-".Length..]}");
        }
    }

    private void CheckResult(CommandAst command)
    {
        foreach (CommandParameterAst parameter in command.CommandElements.OfType<CommandParameterAst>())
        {
            if (!ResultParameters.Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase))
                Add(parameter, $"Set-ItResult takes no -{parameter.ParameterName}; it takes -{string.Join(", -", ResultParameters)}");
        }
    }

    private static IEnumerable<CommandAst> Commands(Ast code) =>
        code.FindAll(node => node is CommandAst command && command.GetCommandName() is not null, searchNestedScriptBlocks: true).Cast<CommandAst>();

    private void Add(Ast place, string message) => violations.Add(new SubsetViolation(place.Extent.StartLineNumber, message));
}
