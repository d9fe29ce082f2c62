// The name is part of error ids that scripts and Pester files test for.
#pragma warning disable IDE0130
namespace Microsoft.PowerShell.Commands;
#pragma warning restore IDE0130

/// <summary>The exception of an error that Write-Error made from a message.</summary>
public sealed class WriteErrorException(string message) : Exception(message);
