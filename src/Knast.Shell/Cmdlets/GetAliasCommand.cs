using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Alias: other names for commands.</summary>
[Cmdlet(VerbsCommon.Get, "Alias", DefaultParameterSetName = "Default")]
[OutputType(typeof(AliasInfo))]
public sealed class GetAliasCommand : PSCmdlet
{
    /// <summary>Names, wildcards allowed.</summary>
    [Parameter(Position = 0, ParameterSetName = "Default", ValueFromPipeline = true)]
    public string[] Name { get; set; } = ["*"];

    /// <summary>Those of these commands.</summary>
    [Parameter(ParameterSetName = "Definition")]
    public string[]? Definition { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string name in Name)
        {
            CommandInfo[] found = [.. InvokeCommand.GetCommands(name, CommandTypes.Alias, nameIsPattern: true).Where(Wanted)];
            WriteObject(found, enumerateCollection: true);
            if (found.Length == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                WriteError(new ErrorRecord(
                    new ItemNotFoundException($"There is no alias '{name}'."), "AliasNotFound", ErrorCategory.ObjectNotFound, name));
            }
        }
    }

    private bool Wanted(CommandInfo alias) =>
        Definition is null || Definition.Any(d => WildcardPattern.Get(d, WildcardOptions.IgnoreCase).IsMatch(alias.Definition));
}
