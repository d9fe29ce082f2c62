using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Knast.Shell.Engine;

/// <summary>The cmdlets that this assembly adds to the engine's own.</summary>
internal static class ShellCmdlets
{
    /// <summary>Cmdlet names with the types that implement them.</summary>
    public static IReadOnlyList<(string Name, Type Type)> All { get; } =
    [
        .. typeof(ShellCmdlets).Assembly.GetTypes()
            .Select(type => (Attribute: type.GetCustomAttribute<CmdletAttribute>(inherit: false), Type: type))
            .Where(pair => pair.Attribute is not null)
            .Select(pair => ($"{pair.Attribute!.VerbName}-{pair.Attribute.NounName}", pair.Type))
    ];

    /// <summary>Names like Describe and Should, which no cmdlet can have itself.</summary>
    public static IReadOnlyList<(string Alias, string Command)> Aliases { get; } =
    [
        .. All.SelectMany(pair => (pair.Type.GetCustomAttribute<AliasAttribute>()?.AliasNames ?? []).Select(alias => (alias, pair.Name)))
    ];

    public static void AddTo(InitialSessionState state)
    {
        foreach ((string name, Type type) in All)
        {
            state.Commands.Add(new SessionStateCmdletEntry(name, type, helpFileName: null));
        }

        foreach ((string alias, string command) in Aliases)
        {
            state.Commands.Add(new SessionStateAliasEntry(alias, command));
        }
    }
}
