using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>When two objects count as the same for -Unique.</summary>
internal static class ObjectEquality
{
    public static bool Same(PSObject a, PSObject b, bool byProperties, bool ignoreCase)
    {
        if (!byProperties && a.BaseObject is not PSCustomObject)
            return LanguagePrimitives.Equals(a, b, ignoreCase);
        PSPropertyInfo[] left = [.. a.Properties];
        return left.Length == b.Properties.Count()
            && left.All(p => b.Properties[p.Name] is { } other && LanguagePrimitives.Equals(p.Value, other.Value, ignoreCase));
    }
}
