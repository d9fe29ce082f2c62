namespace Knast.Simulation.Programs.Shell;

/// <summary>Assignments to variables.</summary>
internal static class Assignment
{
    /// <summary>The name and value of a word that is an assignment; null for others.</summary>
    public static (string Name, Word Value)? TryRead(Word word)
    {
        if (word.Parts.Count == 0 || word.Parts[0] is not { Kind: WordPartKind.Literal, IsQuoted: false } first)
        {
            return null;
        }

        int equals = first.Text.IndexOf('=', StringComparison.Ordinal);
        string name = equals > 0 ? first.Text[..equals] : "";
        bool isName = name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(static one => char.IsAsciiLetterOrDigit(one) || one == '_');
        return isName ? (name, new Word([first with { Text = first.Text[(equals + 1)..] }, .. word.Parts.Skip(1)])) : null;
    }
}
