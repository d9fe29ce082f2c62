using System.Management.Automation;
using Knast.Shell.Pester.Model;
using Knast.Shell.Pester.Running;

namespace Knast.Shell.Pester.Cmdlets;

/// <summary>BeforeAll, AfterAll, BeforeEach, AfterEach: what is run around tests. BeforeDiscovery: what is run before they are found.</summary>
[Cmdlet(VerbsCommon.Add, "PesterSetup")]
[Alias("BeforeAll", "AfterAll", "BeforeEach", "AfterEach", "BeforeDiscovery")]
public sealed class AddPesterSetupCommand : PSCmdlet
{
    /// <summary>What is run.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public ScriptBlock ScriptBlock { get; set; } = ScriptBlock.Create("");

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        string command = MyInvocation.InvocationName;
        PesterSession session = PesterSession.RequireDiscovery(command);
        if (command.Equals("BeforeDiscovery", StringComparison.OrdinalIgnoreCase))
        {
            // In the scope of the file or block, so that a -ForEach below sees its variables.
            session.Scopes.DotSource(ScriptBlock, data: null);
            return;
        }

        if (!Enum.TryParse(command, ignoreCase: true, out SetupKind kind))
            throw TestFailure.Misuse($"Call this as BeforeAll, AfterAll, BeforeEach, AfterEach or BeforeDiscovery, not as {command}.");
        PesterBlock block = kind is SetupKind.BeforeEach or SetupKind.AfterEach ? PesterSession.RequireBlock(command) : session.Discovering!;
        if (!block.Setups.TryAdd(kind, ScriptBlock))
            throw TestFailure.Misuse($"There is a {kind} in this block already; put the code into that one.");
    }
}
