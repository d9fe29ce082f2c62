using System.Text;

namespace Knast.Simulation.Programs.Shell;

/// <summary>Takes a script apart into tokens.</summary>
internal sealed class Lexer(string script)
{
    private static readonly string[] s_operators = ["&&", "||", ";;", ">>", ">&", "<&", "<>", ";", "&", "|", "(", ")", "<", ">", "\n"];

    private int _position;

    /// <summary>All tokens; the last has no text.</summary>
    public IReadOnlyList<Token> Read()
    {
        var tokens = new List<Token>();
        while (SkipSpace())
        {
            tokens.Add(ReadOperator(-1) ?? ReadWordOrRedirection());
        }

        tokens.Add(new Token(null, ""));
        return tokens;
    }

    /// <summary>The parts of a text in which everything but expansions is as it is, as between double quotes.</summary>
    public static Word ReadQuoted(string text) => new(new Lexer(text).ReadDoubleQuoted(isToEnd: true));

    private bool SkipSpace()
    {
        while (_position < script.Length)
        {
            if (script[_position] is ' ' or '\t' or '\r')
            {
                _position++;
            }
            else if (script[_position] == '\\' && _position + 1 < script.Length && script[_position + 1] == '\n')
            {
                _position += 2;
            }
            else if (script[_position] == '#')
            {
                int end = script.IndexOf('\n', _position);
                _position = end < 0 ? script.Length : end;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    private Token? ReadOperator(int descriptor)
    {
        foreach (string known in s_operators)
        {
            if (string.CompareOrdinal(script, _position, known, 0, known.Length) == 0)
            {
                _position += known.Length;
                return new Token(null, known, descriptor);
            }
        }

        return null;
    }

    private Token ReadWordOrRedirection()
    {
        int digits = script.AsSpan(_position).IndexOfAnyExceptInRange('0', '9');
        if (digits > 0 && script[_position + digits] is '<' or '>' && digits > 0)
        {
            int descriptor = int.Parse(script.AsSpan(_position, digits), System.Globalization.CultureInfo.InvariantCulture);
            _position += digits;
            return ReadOperator(descriptor)!;
        }

        return new Token(ReadWord(), "");
    }

    private Word ReadWord()
    {
        var parts = new List<WordPart>();
        var literal = new StringBuilder();
        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new WordPart(WordPartKind.Literal, literal.ToString(), IsQuoted: false));
                literal.Clear();
            }
        }

        while (_position < script.Length && script[_position] is not (' ' or '\t' or '\r' or '\n' or ';' or '&' or '|' or '(' or ')' or '<' or '>'))
        {
            switch (script[_position])
            {
                case '\'':
                    Flush();
                    int end = script.IndexOf('\'', _position + 1);
                    end = end < 0 ? throw new ShellSyntaxError("Unterminated quoted string") : end;
                    parts.Add(new WordPart(WordPartKind.Literal, script[(_position + 1)..end], IsQuoted: true));
                    _position = end + 1;
                    break;
                case '"':
                    Flush();
                    _position++;
                    parts.AddRange(ReadDoubleQuoted(isToEnd: false));
                    break;
                case '\\' when _position + 1 < script.Length:
                    Flush();
                    parts.Add(new WordPart(WordPartKind.Literal, script[_position + 1].ToString(), IsQuoted: true));
                    _position += 2;
                    break;
                case '$' or '`' when ReadExpansion(isQuoted: false) is { } expansion:
                    Flush();
                    parts.Add(expansion);
                    break;
                default:
                    literal.Append(script[_position++]);
                    break;
            }
        }

        Flush();
        return new Word(parts);
    }

    private List<WordPart> ReadDoubleQuoted(bool isToEnd)
    {
        var parts = new List<WordPart>();
        var literal = new StringBuilder();
        while (_position < script.Length && (isToEnd || script[_position] != '"'))
        {
            if (script[_position] == '\\' && _position + 1 < script.Length && script[_position + 1] is '$' or '`' or '"' or '\\' or '\n')
            {
                literal.Append(script[_position + 1] == '\n' ? "" : script[_position + 1].ToString());
                _position += 2;
            }
            else if (script[_position] is '$' or '`' && ReadExpansion(isQuoted: true) is { } expansion)
            {
                parts.Add(new WordPart(WordPartKind.Literal, literal.ToString(), IsQuoted: true));
                literal.Clear();
                parts.Add(expansion);
            }
            else
            {
                literal.Append(script[_position++]);
            }
        }

        if (!isToEnd && _position++ >= script.Length)
        {
            throw new ShellSyntaxError("Unterminated quoted string");
        }

        parts.Add(new WordPart(WordPartKind.Literal, literal.ToString(), IsQuoted: true));
        return parts;
    }

    private WordPart? ReadExpansion(bool isQuoted)
    {
        if (script[_position] == '`')
        {
            int end = script.IndexOf('`', _position + 1);
            string command = script[(_position + 1)..(end < 0 ? throw new ShellSyntaxError("Unterminated backquote substitution") : end)];
            _position = end + 1;
            return new WordPart(WordPartKind.Command, command, isQuoted);
        }

        ReadOnlySpan<char> rest = script.AsSpan(_position + 1);
        if (rest.StartsWith("(("))
        {
            return new WordPart(WordPartKind.Arithmetic, Enclosed('(', ')', 1)[1..^1], isQuoted);
        }

        if (rest.StartsWith("("))
        {
            return new WordPart(WordPartKind.Command, Enclosed('(', ')', 1), isQuoted);
        }

        if (rest.StartsWith("{"))
        {
            return new WordPart(WordPartKind.Variable, Enclosed('{', '}', 1), isQuoted);
        }

        int length = rest.Length > 0 && rest[0] is '?' or '$' or '!' or '#' or '@' or '*' or '-' or (>= '0' and <= '9') ? 1 : NameLength(rest);
        if (rest.Length == 0 || length == 0)
        {
            return null;
        }

        _position += 1 + length;
        return new WordPart(WordPartKind.Variable, rest[..length].ToString(), isQuoted);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        int length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] == '_' || (length > 0 && char.IsAsciiDigit(text[length]))))
        {
            length++;
        }

        return length;
    }

    // What is between brackets, which may hold others.
    private string Enclosed(char open, char close, int skip)
    {
        int depth = 0;
        int start = _position + skip;
        for (int index = start; index < script.Length; index++)
        {
            depth += script[index] == open ? 1 : script[index] == close ? -1 : 0;
            if (depth == 0)
            {
                _position = index + 1;
                return script[(start + 1)..index];
            }
        }

        throw new ShellSyntaxError($"Missing '{close}'");
    }
}
