using System.Globalization;
using System.Text;
using Knast.Simulation.Launching;

namespace Knast.Simulation.Programs.Shell;

/// <summary>Makes texts of words.</summary>
internal sealed class Expander(ShellState state, UserSpace user, Func<string, string> runCommand)
{
    /// <summary>All texts that words give.</summary>
    public List<string> Expand(IEnumerable<Word> words) => [.. words.SelectMany(ExpandFields)];

    /// <summary>The one text that a word gives where it is not split.</summary>
    public string ExpandOne(Word word) => string.Concat(word.Parts.Select(part => Value(part)));

    private IEnumerable<string> ExpandFields(Word word)
    {
        if (word.Parts is [{ Kind: WordPartKind.Variable, Text: "@" } all])
        {
            return all.IsQuoted ? state.Arguments : state.Arguments.Where(static argument => argument.Length > 0);
        }

        if (word.Parts.Count(static part => part is { Kind: WordPartKind.Variable, Text: "@", IsQuoted: true }) == 1
            && word.Parts.All(static part => part is { Kind: WordPartKind.Literal, Text: "" } or { Text: "@" }))
        {
            return state.Arguments;
        }

        var fields = new List<string>();
        var field = new StringBuilder();
        bool isOpen = false;
        foreach (WordPart part in word.Parts)
        {
            string value = Value(part);
            if (part.IsQuoted || part.Kind == WordPartKind.Literal)
            {
                field.Append(value);
                isOpen = true;
                continue;
            }

            Split(value, fields, field, ref isOpen);
        }

        if (isOpen)
        {
            fields.Add(field.ToString());
        }

        return fields;
    }

    private static void Split(string value, List<string> fields, StringBuilder field, ref bool isOpen)
    {
        foreach (char one in value)
        {
            if (one is not (' ' or '\t' or '\n'))
            {
                field.Append(one);
                isOpen = true;
            }
            else if (isOpen)
            {
                fields.Add(field.ToString());
                field.Clear();
                isOpen = false;
            }
        }
    }

    private string Value(WordPart part) => part.Kind switch
    {
        WordPartKind.Literal => part.Text,
        WordPartKind.Command => runCommand(part.Text).TrimEnd('\n'),
        WordPartKind.Arithmetic => Arithmetic.Evaluate(part.Text, name => Variable(name) ?? "0").ToString(CultureInfo.InvariantCulture),
        _ => Parameter(part.Text),
    };

    private string Parameter(string text)
    {
        if (text.Length > 1 && text[0] == '#')
        {
            return (Variable(text[1..]) ?? "").Length.ToString(CultureInfo.InvariantCulture);
        }

        int end = text.AsSpan().IndexOfAny(":-+=?%#"u8.ToArray().Select(static one => (char)one).ToArray());
        if (end <= 0 || text.Length == 1)
        {
            return Variable(text) ?? "";
        }

        string name = text[..end];
        string? value = Variable(name);
        bool hasColon = text[end] == ':';
        char operation = text[hasColon ? end + 1 : end];
        string word = ExpandOne(Lexer.ReadQuoted(text[(hasColon ? end + 2 : end + 1)..]));
        bool isSet = value is not null && !(hasColon && value.Length == 0);
        switch (operation)
        {
            case '-':
                return isSet ? value! : word;
            case '+':
                return isSet ? word : "";
            case '=':
                return isSet ? value! : state.Variables[name] = word;
            case '?':
                return isSet ? value! : throw new ProgramExit(2);
            default:
                return value ?? "";
        }
    }

    private string? Variable(string name) => name switch
    {
        "?" => state.Status.ToString(CultureInfo.InvariantCulture),
        "$" => user.Process.Pid.ToString(CultureInfo.InvariantCulture),
        "!" => state.LastBackground == 0 ? "" : state.LastBackground.ToString(CultureInfo.InvariantCulture),
        "#" => state.Arguments.Count.ToString(CultureInfo.InvariantCulture),
        "@" or "*" => string.Join(' ', state.Arguments),
        "0" => state.Name,
        "-" => "",
        "PPID" => (user.Process.Parent?.Pid ?? 0).ToString(CultureInfo.InvariantCulture),
        _ when char.IsAsciiDigit(name[0]) => state.Arguments.ElementAtOrDefault(int.Parse(name, CultureInfo.InvariantCulture) - 1),
        _ => state.Variables.GetValueOrDefault(name),
    };
}
