namespace Knast.Simulation.Programs.Shell;

/// <summary>A redirection.</summary>
/// <param name="Descriptor">The descriptor that is changed.</param>
/// <param name="Operator">How.</param>
/// <param name="Target">The file, or the descriptor.</param>
internal sealed record Redirection(int Descriptor, string Operator, Word Target);
