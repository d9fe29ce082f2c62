namespace Knast.Shell.Cmdlets;

/// <summary>Scopes by name; the engine's public interface knows no numbered ones.</summary>
internal static class VariableScope
{
    public static string Qualify(string? scope, string name) => scope is null ? name : $"{scope}:{name}";
}
