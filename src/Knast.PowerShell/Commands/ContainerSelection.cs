using System.Management.Automation;

namespace Knast.PowerShell.Commands;

/// <summary>Wildcards over containers. As elsewhere in the shell, letters match in either case.</summary>
internal static class ContainerSelection
{
    public static IEnumerable<Container> Matching(IEnumerable<Container> containers, string wildcard)
    {
        var pattern = WildcardPattern.Get(wildcard, WildcardOptions.IgnoreCase);
        return containers.Where(container => pattern.IsMatch(container.Name));
    }
}
