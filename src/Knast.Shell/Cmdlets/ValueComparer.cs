using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Order and equality as the language's operators have them: null first, strings ignoring case, else by conversion, else by text.</summary>
internal sealed class ValueComparer(bool caseSensitive) : IComparer<object?>
{
    public int Compare(object? x, object? y)
    {
        object? left = Plain(x);
        object? right = Plain(y);
        if (left is null || right is null)
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        if (left is not string && LanguagePrimitives.TryCompare(left, right, !caseSensitive, out int order))
            return order;
        return string.Compare(
            LanguagePrimitives.ConvertTo<string>(left),
            LanguagePrimitives.ConvertTo<string>(right),
            caseSensitive ? StringComparison.CurrentCulture : StringComparison.CurrentCultureIgnoreCase);
    }

    private static object? Plain(object? value) => value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;
}
