using System.Management.Automation;
using Knast.Shell.Engine;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Knast.Shell.Cmdlets;

/// <summary>Format-List: the engine's list formatter; parameters come with its base class.</summary>
[Cmdlet(VerbsCommon.Format, "List")]
public sealed class FormatListCommand : OuterFormatTableAndListBase
{
    /// <summary>Hooks up the engine's formatter.</summary>
    public FormatListCommand() => EngineInternals.UseFormatter(this, "List");
}
