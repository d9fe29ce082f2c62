using System.Management.Automation;

namespace Knast.PowerShell.Commands;

/// <summary>Tests what works on this host and what does not, one object a check.</summary>
[Cmdlet(VerbsDiagnostic.Test, "KnastHost")]
[OutputType(typeof(HostCheck))]
public sealed class TestKnastHostCommand : KnastCommand
{
    /// <summary>Only the checks with these names; wildcards are allowed.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = ["*"];

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<HostCheck> checks = Demand<IReadOnlyList<HostCheck>>(null, Engine.TestHost);
        foreach (HostCheck check in checks)
        {
            if (Array.Exists(Name, name => WildcardPattern.Get(name, WildcardOptions.IgnoreCase).IsMatch(check.Name)))
                WriteObject(check);
        }
    }
}
