using System.Globalization;

namespace Knast.Simulation.Programs.Shell;

/// <summary>Sums of scripts: numbers, variables, + - * / % and comparisons.</summary>
internal sealed class Arithmetic
{
    private static readonly string[][] s_levels = [["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private readonly string _text;
    private readonly Func<string, string> _variable;
    private int _position;

    private Arithmetic(string text, Func<string, string> variable)
    {
        _text = text;
        _variable = variable;
    }

    /// <summary>The value of a sum.</summary>
    public static long Evaluate(string text, Func<string, string> variable) => new Arithmetic(text, variable).Level(0);

    private static long Apply(string operation, long left, long right) => operation switch
    {
        "||" => left != 0 || right != 0 ? 1 : 0,
        "&&" => left != 0 && right != 0 ? 1 : 0,
        "==" => left == right ? 1 : 0,
        "!=" => left != right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        _ when right == 0 => throw new ShellSyntaxError("arithmetic expression: division by zero"),
        "/" => left / right,
        _ => left % right,
    };

    private long Level(int level)
    {
        if (level == s_levels.Length)
        {
            return Primary();
        }

        long left = Level(level + 1);
        while (Take(s_levels[level]) is { } operation)
        {
            left = Apply(operation, left, Level(level + 1));
        }

        return left;
    }

    private string? Take(string[] operations)
    {
        SkipSpace();
        string? found = Array.Find(operations, operation => string.CompareOrdinal(_text, _position, operation, 0, operation.Length) == 0);
        _position += found?.Length ?? 0;
        return found;
    }

    private long Primary()
    {
        if (Take(["("]) is not null)
        {
            long inner = Level(0);
            _ = Take([")"]) ?? throw new ShellSyntaxError("arithmetic expression: missing ')'");
            return inner;
        }

        if (Take(["-"]) is not null)
        {
            return -Primary();
        }

        SkipSpace();
        int start = _text.Length > _position && _text[_position] == '$' ? ++_position : _position;
        while (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] == '_'))
        {
            _position++;
        }

        string word = _text[start.._position];
        string value = word.Length > 0 && !char.IsAsciiDigit(word[0]) ? _variable(word) : word;
        return long.TryParse(value, CultureInfo.InvariantCulture, out long number) ? number : throw new ShellSyntaxError($"arithmetic expression: \"{_text}\"");
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && char.IsWhiteSpace(_text[_position]))
        {
            _position++;
        }
    }
}
