using Knast.Oci.RuntimeSpec;

namespace Knast.PowerShell.Arguments;

/// <summary>Mounts as people write them: <c>source:destination[:options]</c>, or <c>type=…,source=…,destination=…,option…</c>.</summary>
internal static class MountArgument
{
    private const string FaultId = "MountInvalid";
    private const string Grammar = "Give source:destination[:ro], or type=bind,source=/path,destination=/path[,ro].";

    /// <summary>Reads a mount.</summary>
    /// <param name="text">The mount.</param>
    /// <param name="resolve">Makes a path of the session absolute.</param>
    /// <exception cref="Runtime.KnastException"><c>MountInvalid</c>: says what is wrong.</exception>
    public static Mount Parse(string text, Func<string, string> resolve)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(resolve);
        MountFields fields = IsKeyed(text) ? Keyed(text) : Short(text);
        if (!fields.Destination.StartsWith('/'))
            throw Fault(text, $"its destination \"{fields.Destination}\" is not an absolute path");
        return fields.Type == "bind" ? Bind(text, fields, resolve) : Other(text, fields);
    }

    private static bool IsKeyed(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        int end = text.AsSpan().IndexOfAny('/', ':', ',');
        return equals > 0 && (end < 0 || equals < end);
    }

    private static MountFields Short(string text)
    {
        string[] parts = text.Split(':');
        if (parts.Length is < 2 or > 3)
            throw Fault(text, $"it has {parts.Length} parts");
        string[] options = parts.Length == 3 ? parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
        return new MountFields("bind", parts[0], parts[1], [.. options.Select(Option)]);
    }

    private static MountFields Keyed(string text)
    {
        string type = "bind", source = "", destination = "";
        var options = new List<string>();
        foreach (string field in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = field.IndexOf('=', StringComparison.Ordinal);
            string value = equals < 0 ? "" : field[(equals + 1)..];
            switch (equals < 0 ? field : field[..equals])
            {
                case "type":
                    type = value;
                    break;
                case "source" or "src":
                    source = value;
                    break;
                case "destination" or "dst" or "target":
                    destination = value;
                    break;
                case "readonly" or "ro" when value is "false" or "0":
                    break;
                default:
                    options.Add(Option(field));
                    break;
            }
        }

        return new MountFields(type, source, destination, options);
    }

    private static string Option(string option) => option switch
    {
        "readonly" or "readonly=true" or "readonly=1" or "ro=true" or "ro=1" => "ro",
        _ => option,
    };

    private static Mount Bind(string text, MountFields fields, Func<string, string> resolve)
    {
        if (fields.Source.Length == 0)
            throw Fault(text, "it has no source");
        if (!fields.Source.Contains('/', StringComparison.Ordinal) && fields.Source is not ("." or ".." or "~"))
            throw Fault(text, $"its source \"{fields.Source}\" is no path, and named volumes do not exist yet; write ./{fields.Source} for a file of that name");
        bool saysHow = fields.Options.Contains("bind") || fields.Options.Contains("rbind");
        return new Mount
        {
            Type = "bind",
            Source = resolve(fields.Source),
            Destination = fields.Destination,
            Options = saysHow ? fields.Options : ["rbind", .. fields.Options],
        };
    }

    private static Mount Other(string text, MountFields fields)
    {
        if (fields.Type.Length == 0 || fields.Type == "volume")
            throw Fault(text, fields.Type.Length == 0 ? "its type is empty" : "named volumes do not exist yet");
        string source = fields.Source.Length == 0 ? fields.Type : fields.Source;
        return new Mount { Type = fields.Type, Source = source, Destination = fields.Destination, Options = fields.Options };
    }

    private static Runtime.KnastException Fault(string text, string what) =>
        ArgumentFault.Of(FaultId, $"The mount \"{text}\" cannot be made: {what}. {Grammar}", text);

    private sealed record MountFields(string Type, string Source, string Destination, IReadOnlyList<string> Options);
}
