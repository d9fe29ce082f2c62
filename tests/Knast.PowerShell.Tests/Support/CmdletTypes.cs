using System.Management.Automation;
using System.Reflection;
using Knast.Help;
using Knast.PowerShell.Commands;

namespace Knast.PowerShell.Tests.Support;

/// <summary>The cmdlets of the assembly.</summary>
internal static class CmdletTypes
{
    public static IReadOnlyList<CmdletInfo> All { get; } = CmdletAssembly.Of(typeof(KnastCommand).Assembly);

    public static TheoryData<string> Names { get; } = new(All.Select(cmdlet => cmdlet.Name));

    public static CmdletInfo Get(string name) => All.Single(cmdlet => cmdlet.Name == name);

    public static CmdletAttribute Attribute(string name) => Get(name).ImplementingType.GetCustomAttribute<CmdletAttribute>()!;
}
