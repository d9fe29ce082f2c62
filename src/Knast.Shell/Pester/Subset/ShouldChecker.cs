using System.Management.Automation.Language;

namespace Knast.Shell.Pester.Subset;

/// <summary>Checks one use of Should: Pester 5's form with one operator that is known here.</summary>
internal static class ShouldChecker
{
    private static readonly HashSet<string> Operators = new(
        [
            "Be", "BeExactly", "BeGreaterThan", "BeLessThan", "BeGreaterOrEqual", "BeLessOrEqual", "BeLike", "BeLikeExactly", "Match",
            "MatchExactly", "BeNullOrEmpty", "BeTrue", "BeFalse", "BeOfType", "Contain", "BeIn", "HaveCount", "Exist", "FileContentMatch",
            "FileContentMatchExactly", "FileContentMatchMultiline", "FileContentMatchMultilineExactly", "Throw", "HaveParameter",
        ],
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Switches = new(["Not", "PassThru", "Mandatory"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> WithValue = new(
        [
            "ActualValue", "Because", "ExpectedValue", "RegularExpression", "ExpectedContent", "ExpectedType", "ExpectedMessage", "ErrorId",
            "ExceptionType", "ParameterName", "Type", "Alias", "InParameterSet",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<SubsetViolation> Check(CommandAst command)
    {
        CommandElementAst[] elements = [.. command.CommandElements.Skip(1)];
        if (elements is [StringConstantExpressionAst { StringConstantType: StringConstantType.BareWord } word, ..])
        {
            yield return At(command, $"'Should {word.Value}' is Pester 4's form; write Should -{word.Value}");
            yield break;
        }

        var operators = new List<string>();
        int values = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            if (elements[i] is not CommandParameterAst parameter)
            {
                values++;
                if (elements[i] is VariableExpressionAst { Splatted: true })
                    yield return At(command, "Should takes no splatted parameters here");
                continue;
            }

            string name = parameter.ParameterName;
            if (Operators.Contains(name))
                operators.Add(name);
            else if (WithValue.Contains(name))
                i += parameter.Argument is null ? 1 : 0;
            else if (!Switches.Contains(name))
                yield return At(parameter, $"Should takes no -{name} here; docs/pester-subset.md lists its operators and parameters");
        }

        if (operators.Count != 1)
            yield return At(command, $"Should wants one operator, and has {(operators.Count == 0 ? "none" : string.Join(", ", operators))}");
        if (values > 1)
            yield return At(command, "Should takes one value by place; name the others, such as -Because");
    }

    private static SubsetViolation At(Ast place, string message) => new(place.Extent.StartLineNumber, message);
}
