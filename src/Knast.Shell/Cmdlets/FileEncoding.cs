using System.Management.Automation;
using System.Text;

namespace Knast.Shell.Cmdlets;

/// <summary>The names that pwsh has for encodings.</summary>
internal static class FileEncoding
{
    public static readonly Encoding Default = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The encoding of a parameter: an <see cref="Encoding"/>, a name, or null for UTF-8 without a byte order mark.</summary>
    public static Encoding From(object? value)
    {
        object? plain = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (plain is Encoding encoding)
            return encoding;
        string name = plain?.ToString() ?? "utf8";
        return name.ToUpperInvariant() switch
        {
            "UTF8" or "UTF8NOBOM" or "DEFAULT" => Default,
            "UTF8BOM" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "ASCII" => Encoding.ASCII,
            "UNICODE" => Encoding.Unicode,
            "BIGENDIANUNICODE" => Encoding.BigEndianUnicode,
            "UTF32" => Encoding.UTF32,
            "LATIN1" => Encoding.Latin1,
            _ => throw new PSArgumentException(
                $"The encoding '{name}' is none of utf8, utf8NoBOM, utf8BOM, ascii, unicode, bigendianunicode, utf32, latin1.", nameof(value)),
        };
    }
}
