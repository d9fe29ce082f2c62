using System.Text;
using System.Text.RegularExpressions;

namespace Knast.Catalogue;

/// <summary>Names with wildcards: <c>*</c>, <c>?</c>, <c>[a-z]</c>; a backtick takes the meaning from the next character.</summary>
internal sealed class NamePattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private readonly string _text;
    private readonly Regex? _pattern;

    public NamePattern(string text)
    {
        _text = text;
        if (text.AsSpan().IndexOfAny("*?[`") >= 0)
            _pattern = new Regex(Translate(text), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, Patience);
    }

    public bool Matches(string name) => _pattern?.IsMatch(name) ?? name == _text;

    private static string Translate(string text)
    {
        var pattern = new StringBuilder(@"\A");
        for (int i = 0; i < text.Length; i++)
        {
            int close = text[i] == '[' ? text.IndexOf(']', i + 1) : -1;
            if (text[i] == '*')
            {
                pattern.Append(".*");
            }
            else if (text[i] == '?')
            {
                pattern.Append('.');
            }
            else if (close > i + 1)
            {
                pattern.Append(Set(text[(i + 1)..close]));
                i = close;
            }
            else
            {
                i += text[i] == '`' && i + 1 < text.Length ? 1 : 0;
                pattern.Append(Regex.Escape(text[i].ToString()));
            }
        }

        return pattern.Append(@"\z").ToString();
    }

    private static string Set(string members)
    {
        var set = new StringBuilder("[");
        for (int i = 0; i < members.Length; i++)
        {
            bool isRange = i + 2 < members.Length && members[i + 1] == '-' && members[i] <= members[i + 2];
            set.Append(@"\u").Append(((int)members[i]).ToString("x4"));
            if (!isRange)
                continue;
            set.Append(@"-\u").Append(((int)members[i + 2]).ToString("x4"));
            i += 2;
        }

        return set.Append(']').ToString();
    }
}
