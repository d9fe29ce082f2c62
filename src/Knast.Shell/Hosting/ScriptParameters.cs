using System.Management.Automation.Runspaces;

namespace Knast.Shell.Hosting;

/// <summary>
/// Arguments of <c>-File</c> as pwsh reads them: <c>-Name value</c>, <c>-Name:value</c>, <c>-Switch</c>, <c>-Switch:$false</c>, plain values;
/// all else is a literal string, for no shell expands it.
/// </summary>
internal static class ScriptParameters
{
    public static IEnumerable<CommandParameter> From(IReadOnlyList<string> arguments)
    {
        bool onlyValues = false;
        foreach (string argument in arguments)
        {
            if (onlyValues || !IsName(argument))
            {
                yield return new CommandParameter(name: null, argument);
                continue;
            }

            // As in the language, a bare -- makes everything after it a value.
            if (argument == "--")
            {
                onlyValues = true;
                continue;
            }

            int colon = argument.IndexOf(':', StringComparison.Ordinal);
            yield return colon < 0
                ? new CommandParameter(argument)
                : new CommandParameter(argument[..colon], Value(argument[(colon + 1)..]));
        }
    }

    // -5 is a number, and - stands for standard input with many programs.
    private static bool IsName(string argument) => argument.Length > 1 && argument[0] == '-' && !char.IsAsciiDigit(argument[1]) && argument[1] != '.';

    private static object? Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" => true,
        "$FALSE" => false,
        "$NULL" => null,
        _ => text,
    };
}
