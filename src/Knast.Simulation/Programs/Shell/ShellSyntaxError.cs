namespace Knast.Simulation.Programs.Shell;

/// <summary>A script is not well-formed.</summary>
internal sealed class ShellSyntaxError(string message) : Exception(message);
