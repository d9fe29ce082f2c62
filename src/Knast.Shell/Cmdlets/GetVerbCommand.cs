using System.Management.Automation;
using System.Reflection;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Verb: the approved verbs.</summary>
[Cmdlet(VerbsCommon.Get, "Verb")]
[OutputType(typeof(VerbInfo))]
public sealed class GetVerbCommand : PSCmdlet
{
    private static readonly Type[] Groups =
    [
        typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic),
        typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity),
    ];

    /// <summary>Patterns of verbs.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    public string[] Verb { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var patterns = Verb.Select(v => WildcardPattern.Get(v, WildcardOptions.IgnoreCase)).ToArray();
        foreach (Type group in Groups)
        {
            foreach (FieldInfo field in group.GetFields().Where(f => f.IsLiteral && patterns.Any(p => p.IsMatch(f.Name))))
            {
                var verb = new PSObject();
                verb.Properties.Add(new PSNoteProperty("Verb", field.Name));
                verb.Properties.Add(new PSNoteProperty("Group", group.Name["Verbs".Length..]));
                WriteObject(verb);
            }
        }
    }
}
