using System.Management.Automation;

namespace Knast.Shell.Cmdlets;

/// <summary>Read-Host: a line from the user.</summary>
[Cmdlet(VerbsCommunications.Read, "Host")]
public sealed class ReadHostCommand : PSCmdlet
{
    /// <summary>What the user is asked for.</summary>
    [Parameter(Position = 0, ValueFromRemainingArguments = true)]
    public object[]? Prompt { get; set; }

    /// <summary>Not shown while typed, and given as a SecureString.</summary>
    [Parameter]
    public SwitchParameter AsSecureString { get; set; }

    /// <summary>Not shown while typed, but given as a string.</summary>
    [Parameter]
    public SwitchParameter MaskInput { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Prompt is { Length: > 0 })
            Host.UI.Write(string.Join(' ', Prompt) + ": ");
        if (AsSecureString)
            WriteObject(Host.UI.ReadLineAsSecureString());
        else if (MaskInput)
            WriteObject(new System.Net.NetworkCredential("", Host.UI.ReadLineAsSecureString()).Password);
        else
            WriteObject(Host.UI.ReadLine());
    }
}
