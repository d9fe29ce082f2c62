namespace Knast.Simulation.Programs.Shell;

/// <summary>What a part of a word is.</summary>
internal enum WordPartKind
{
    Literal,
    Variable,
    Command,
    Arithmetic,
}
