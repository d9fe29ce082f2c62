using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Knast.Shell.Cmdlets;

/// <summary>Select-String: lines that match a pattern, of strings or files.</summary>
[Cmdlet(VerbsCommon.Select, "String", DefaultParameterSetName = "Object")]
public sealed class SelectStringCommand : PSCmdlet
{
    private Regex[] _patterns = [];
    private int _line;
    private bool _found;

    /// <summary>The strings; files that are piped are read.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = "Object")]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Regular expressions.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string[] Pattern { get; set; } = [];

    /// <summary>Files, wildcards allowed.</summary>
    [Parameter(Position = 1, Mandatory = true, ParameterSetName = "File")]
    [Alias("LiteralPath")]
    public string[]? Path { get; set; }

    /// <summary>The patterns are plain text.</summary>
    [Parameter]
    public SwitchParameter SimpleMatch { get; set; }

    /// <summary>Case makes a difference.</summary>
    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    /// <summary>Lines that do not match.</summary>
    [Parameter]
    public SwitchParameter NotMatch { get; set; }

    /// <summary>Only whether there is one.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <summary>Every match of a line, not only the first.</summary>
    [Parameter]
    public SwitchParameter AllMatches { get; set; }

    /// <summary>The lines as strings.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        RegexOptions options = RegexOptions.CultureInvariant | (CaseSensitive ? RegexOptions.None : RegexOptions.IgnoreCase);
        _patterns = [.. Pattern.Select(p => new Regex(SimpleMatch ? Regex.Escape(p) : p, options))];
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Path is not null)
        {
            foreach (PathInfo file in Path.SelectMany(p => SessionState.Path.GetResolvedPSPathFromPSPath(p)))
            {
                SearchFile(file.ProviderPath);
            }
        }
        else if (InputObject?.BaseObject is FileInfo file)
        {
            SearchFile(file.FullName);
        }
        else if (InputObject is not null)
        {
            Search(LanguagePrimitives.ConvertTo<string>(InputObject), "InputStream", ++_line);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Quiet)
            WriteObject(_found);
    }

    private void SearchFile(string path)
    {
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            Search(line, path, ++number);
        }
    }

    private void Search(string line, string path, int number)
    {
        Match[] matches = [.. _patterns.SelectMany(p => p.Matches(line))];
        if (matches.Length > 0 == NotMatch)
            return;
        _found = true;
        if (Quiet)
            return;
        if (Raw)
        {
            WriteObject(line);
            return;
        }

        var result = new MatchInfo(line, path, number, AllMatches ? matches : [.. matches.Take(1)]);
        WriteObject(result);
    }
}
