namespace Knast.Simulation.Programs.Shell;

/// <summary>A part of a word: text as it is, a variable, a command whose output it is, or a sum.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Text">The text, the variable's name with what follows it in braces, the command, or the sum.</param>
/// <param name="IsQuoted">Whether what comes of it is one piece, without patterns.</param>
internal sealed record WordPart(WordPartKind Kind, string Text, bool IsQuoted);
