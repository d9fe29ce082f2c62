using System.Management.Automation;
using Knast.Shell.Engine;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Knast.Shell.Cmdlets;

/// <summary>Format-Table: the engine's table formatter; parameters come with its base class.</summary>
[Cmdlet(VerbsCommon.Format, "Table")]
public sealed class FormatTableCommand : OuterFormatTableBase
{
    /// <summary>Hooks up the engine's formatter.</summary>
    public FormatTableCommand() => EngineInternals.UseFormatter(this, "Table");
}
