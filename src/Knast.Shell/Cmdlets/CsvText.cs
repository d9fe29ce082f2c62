using System.Text;

namespace Knast.Shell.Cmdlets;

/// <summary>Comma separated values as RFC 4180 has them: fields in quotes may hold delimiters, line breaks, and quotes doubled.</summary>
internal static class CsvText
{
    public static string Quote(string? value) => value is null ? "" : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>Quotes only where the field could not be read back without.</summary>
    public static string QuoteAsNeeded(string? value, char delimiter) =>
        value is not null && value.AsSpan().IndexOfAny([delimiter, '"', '\n', '\r']) >= 0 ? Quote(value) : value ?? "";

    /// <summary>Records of fields; empty lines are none.</summary>
    public static IEnumerable<List<string>> Parse(string text, char delimiter)
    {
        var record = new List<string>();
        var field = new StringBuilder();
        bool quoted = false;
        bool wasQuoted = false;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"')
                    field.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"')
                    field.Append(text[++i]);
                else
                    quoted = false;
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = wasQuoted = true;
            }
            else if (c == delimiter)
            {
                EndField();
            }
            else if (c is '\n' or '\r')
            {
                bool empty = record.Count == 0 && field.Length == 0 && !wasQuoted;
                if (empty)
                    continue;
                EndField();
                yield return record;
                record = [];
            }
            else
            {
                field.Append(c);
            }
        }

        if (record.Count > 0 || field.Length > 0 || wasQuoted)
        {
            EndField();
            yield return record;
        }

        void EndField()
        {
            record.Add(field.ToString());
            field.Clear();
            wasQuoted = false;
        }
    }
}
