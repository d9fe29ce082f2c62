using System.Management.Automation;
using System.Reflection;

namespace Knast.Help;

/// <summary>The cmdlets of an assembly, as the shell sees them.</summary>
internal static class CmdletAssembly
{
    /// <summary>Loads an assembly with what lies beside it.</summary>
    public static IReadOnlyList<CmdletInfo> Load(string path) => Of(Assembly.LoadFrom(Path.GetFullPath(path)));

    /// <summary>The cmdlets of a loaded assembly, by name.</summary>
    public static IReadOnlyList<CmdletInfo> Of(Assembly assembly) =>
    [
        .. assembly.GetExportedTypes()
            .Select(type => (Type: type, Attribute: type.GetCustomAttribute<CmdletAttribute>(inherit: false)))
            .Where(cmdlet => cmdlet.Attribute is not null)
            .Select(cmdlet => new CmdletInfo($"{cmdlet.Attribute!.VerbName}-{cmdlet.Attribute.NounName}", cmdlet.Type))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)
    ];

    /// <summary>A cmdlet's own parameters: without those that the engine gives to all, but with -WhatIf and -Confirm.</summary>
    public static IEnumerable<CommandParameterInfo> OwnParameters(CommandParameterSetInfo set) =>
        set.Parameters.Where(parameter => !Cmdlet.CommonParameters.Contains(parameter.Name));
}
