using System.Management.Automation;

namespace Knast.Shell.Pester.Assertions;

/// <summary>-BeOfType: a type, or the name of one, or one of the object's PSTypeNames.</summary>
internal sealed class TypeOperator : IShouldOperator
{
    public bool TakesCollection => false;

    public Verdict Judge(Assertion assertion) => new(
        IsOfType(assertion),
        () => $"Expected the value to have type {Name(assertion)} or any of its subtypes,{assertion.Reason} but got {Got(assertion)}.",
        () => $"Expected the value to not have type {Name(assertion)} or any of its subtypes,{assertion.Reason} but got {Got(assertion)}.");

    private static bool IsOfType(Assertion assertion)
    {
        if (assertion.Actual is null)
            return false;
        if (Resolve(assertion.PlainExpected) is { } type)
            return type.IsInstanceOfType(assertion.PlainActual) || (type == typeof(PSObject) && assertion.Actual is PSObject);
        string name = Trimmed(assertion.PlainExpected);
        return PSObject.AsPSObject(assertion.Actual).TypeNames.Contains(name, StringComparer.OrdinalIgnoreCase) || HasName(assertion.PlainActual!.GetType(), name);
    }

    private static bool HasName(Type? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (name.Equals(type.Name, StringComparison.OrdinalIgnoreCase) || name.Equals(type.FullName, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static Type? Resolve(object? expected) =>
        expected as Type ?? (LanguagePrimitives.TryConvertTo(Trimmed(expected), out Type type) ? type : null);

    private static string Trimmed(object? expected)
    {
        string name = expected?.ToString() ?? "";
        return name.StartsWith('[') && name.EndsWith(']') ? name[1..^1] : name;
    }

    private static string Name(Assertion assertion) =>
        Resolve(assertion.PlainExpected) is { } type ? ValueFormatter.Format(type) : $"[{Trimmed(assertion.PlainExpected)}]";

    private static string Got(Assertion assertion) =>
        assertion.Actual is null ? "$null" : $"{assertion.ActualText} with type {ValueFormatter.Format(assertion.PlainActual!.GetType())}";
}
