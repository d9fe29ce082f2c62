namespace Knast.Shell.Pester.Running;

/// <summary>An assertion that does not hold, or a test that gives up.</summary>
internal sealed class PesterException(string message) : Exception(message);
