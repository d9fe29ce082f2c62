namespace Knast.PowerShell.Pipeline;

/// <summary>What marks an information record that the host shows whatever <c>$InformationPreference</c> says, as Write-Host does.</summary>
internal static class HostLine
{
    public static string[] Tags { get; } = ["PSHOST"];
}
