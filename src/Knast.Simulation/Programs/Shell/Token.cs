namespace Knast.Simulation.Programs.Shell;

/// <summary>A token of a script: a word, or an operator (a line's end is one, too).</summary>
/// <param name="Word">The word; null for an operator.</param>
/// <param name="Operator">The operator; empty at the end of the script.</param>
/// <param name="Descriptor">The number before a redirection, or -1.</param>
internal sealed record Token(Word? Word, string Operator, int Descriptor = -1)
{
    public bool Is(string text) => Word is null ? Operator == text : Word.Plain == text;
}
