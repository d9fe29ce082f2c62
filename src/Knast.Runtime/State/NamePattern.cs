using System.Text;

namespace Knast.Runtime.State;

/// <summary>
/// Names with wildcards: <c>*</c>, <c>?</c>, <c>[a-z]</c>; a backtick takes the meaning from the next character. With wildcards, letters match in
/// either case; without, a name means only itself.
/// </summary>
internal sealed class NamePattern
{
    private readonly string _text;
    private readonly List<Part>? _parts;

    /// <summary>Reads a pattern; every text is one.</summary>
    public NamePattern(string text)
    {
        _text = text;
        if (text.AsSpan().IndexOfAny("*?[`") >= 0)
            _parts = Read(text);
    }

    /// <summary>Whether a name matches.</summary>
    public bool Matches(string name) => _parts is null ? name == _text : Matches(_parts, name);

    // After a star that did not fit, only the last star need take one more: time grows with the product of the lengths at worst.
    private static bool Matches(List<Part> parts, string name)
    {
        int part = 0, at = 0, star = -1, starAt = 0;
        while (at < name.Length)
        {
            if (part < parts.Count && parts[part].IsStar)
            {
                star = part++;
                starAt = at;
            }
            else if (part < parts.Count && parts[part].Matches(name[at]))
            {
                part++;
                at++;
            }
            else if (star >= 0)
            {
                part = star + 1;
                at = ++starAt;
            }
            else
            {
                return false;
            }
        }

        return parts.Skip(part).All(rest => rest.IsStar);
    }

    private static List<Part> Read(string text)
    {
        var parts = new List<Part>();
        for (int i = 0; i < text.Length; i++)
        {
            int close = text[i] == '[' ? text.IndexOf(']', i + 1) : -1;
            if (text[i] == '*')
            {
                parts.Add(Part.Star);
            }
            else if (text[i] == '?')
            {
                parts.Add(Part.Any);
            }
            else if (close > i + 1)
            {
                parts.Add(Part.OneOf(text[(i + 1)..close]));
                i = close;
            }
            else
            {
                i += text[i] == '`' && i + 1 < text.Length ? 1 : 0;
                parts.Add(Part.Only(text[i]));
            }
        }

        return parts;
    }

    /// <summary>What stands for one character, or a star.</summary>
    private readonly record struct Part(bool IsStar, bool IsAny, string Members)
    {
        public static Part Star { get; } = new(true, false, "");

        public static Part Any { get; } = new(false, true, "");

        public static Part Only(char character) => new(false, false, char.ToUpperInvariant(character).ToString());

        public static Part OneOf(string members) => new(false, false, Expand(members).ToUpperInvariant());

        public bool Matches(char character) => IsAny || (!IsStar && Members.Contains(char.ToUpperInvariant(character)));

        // a-z becomes all between; names are short and of ASCII, so a set is small.
        private static string Expand(string members)
        {
            var all = new StringBuilder();
            for (int i = 0; i < members.Length; i++)
            {
                bool isRange = i + 2 < members.Length && members[i + 1] == '-' && members[i] <= members[i + 2];
                char last = isRange ? members[i + 2] : members[i];
                for (int member = members[i]; member <= last; member++)
                    all.Append((char)member);
                i += isRange ? 2 : 0;
            }

            return all.ToString();
        }
    }
}
