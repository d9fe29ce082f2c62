using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-HaveParameter: a command has a parameter, of a type, mandatory, with aliases or in a set where these are given.</summary>
internal sealed class HaveParameterOperator(object? type, bool mandatory, string[] aliases, string? parameterSet) : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion)
    {
        if (assertion.PlainActual is not CommandInfo command)
            throw new PSArgumentException("Should -HaveParameter wants a command: Get-Command NAME | Should -HaveParameter NAME.");
        string name = LanguagePrimitives.ConvertTo<string>(assertion.Expected);
        command.Parameters.TryGetValue(name, out ParameterMetadata? parameter);
        List<string> differences = parameter is null ? ["the parameter is missing"] : Differences(parameter);
        return new Verdict(
            differences.Count == 0,
            () => $"Expected command {command.Name} to have a parameter {name} as described,{assertion.Reason} but {string.Join(" and ", differences)}.",
            () => $"Expected command {command.Name} to not have a parameter {name} as described,{assertion.Reason} but it has.");
    }

    private List<string> Differences(ParameterMetadata parameter)
    {
        var result = new List<string>();
        if (type is not null && LanguagePrimitives.ConvertTo<Type>(type) != parameter.ParameterType)
            result.Add($"its type is {ValueFormatter.Format(parameter.ParameterType)}");
        if (mandatory && !parameter.ParameterSets.Values.Any(s => s.IsMandatory))
            result.Add("it is not mandatory");
        string[] missing = [.. aliases.Except(parameter.Aliases, StringComparer.OrdinalIgnoreCase)];
        if (missing.Length > 0)
            result.Add($"it lacks the alias {string.Join(", ", missing)}");
        if (parameterSet is not null && !parameter.ParameterSets.ContainsKey(parameterSet) && !parameter.ParameterSets.ContainsKey("__AllParameterSets"))
            result.Add($"it is not in the set {parameterSet}");
        return result;
    }
}
