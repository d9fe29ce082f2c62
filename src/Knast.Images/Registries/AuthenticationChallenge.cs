using System.Net.Http.Headers;
using System.Text;

namespace Knast.Images.Registries;

/// <summary>How a registry wants to be asked (RFC 9110, 11.6.1; for Bearer the distribution project's token specification).</summary>
/// <param name="IsBearer">Whether a token is wanted; else a user and a password (Basic).</param>
/// <param name="Realm">For Bearer: where tokens are given.</param>
/// <param name="Service">For Bearer: for whom the token is.</param>
/// <param name="Scope">For Bearer: what it shall allow.</param>
internal sealed record AuthenticationChallenge(bool IsBearer, string Realm, string? Service, string? Scope)
{
    /// <summary>The challenge that we can meet, Bearer before Basic; null where there is none.</summary>
    public static AuthenticationChallenge? Choose(IEnumerable<AuthenticationHeaderValue> challenges)
    {
        AuthenticationChallenge? basic = null;
        foreach (AuthenticationHeaderValue challenge in challenges)
        {
            Dictionary<string, string> parameters = ParseParameters(challenge.Parameter ?? "");
            if (challenge.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) && parameters.TryGetValue("realm", out string? realm))
            {
                return new AuthenticationChallenge(true, realm, parameters.GetValueOrDefault("service"), parameters.GetValueOrDefault("scope"));
            }

            if (challenge.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase))
            {
                basic = new AuthenticationChallenge(false, parameters.GetValueOrDefault("realm", ""), null, null);
            }
        }

        return basic;
    }

    /// <summary>Reads <c>name=value, name="value"</c>. What is no such pair is skipped.</summary>
    internal static Dictionary<string, string> ParseParameters(string text)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int position = 0;
        while (position < text.Length)
        {
            int equals = text.IndexOf('=', position);
            if (equals < 0)
            {
                break;
            }

            string name = text[position..equals].Trim(' ', '\t', ',');
            position = equals + 1;
            string value = position < text.Length && text[position] == '"' ? ReadQuoted(text, ref position) : ReadToken(text, ref position);
            parameters[name] = value;
        }

        return parameters;
    }

    private static string ReadQuoted(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length && text[position] != '"'; position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
            {
                position++;
            }

            value.Append(text[position]);
        }

        position = Math.Min(position + 1, text.Length);
        return value.ToString();
    }

    private static string ReadToken(string text, ref int position)
    {
        int end = text.IndexOf(',', position);
        end = end < 0 ? text.Length : end;
        string value = text[position..end].Trim();
        position = end;
        return value;
    }
}
