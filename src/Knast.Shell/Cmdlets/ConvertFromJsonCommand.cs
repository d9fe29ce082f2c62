using System.Management.Automation;
using System.Text.Json;

namespace Knast.Shell.Cmdlets;

/// <summary>ConvertFrom-Json: objects of JSON text.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> _lines = [];

    /// <summary>The text; lines that come by pipeline are put together unless each is a document.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    /// <summary>Hashtables instead of custom objects.</summary>
    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    /// <summary>Levels that are read; more are an error.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 1024;

    /// <summary>An array goes on as one object.</summary>
    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _lines.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_lines.Count > 1 && TryRead(_lines[0], out object? first))
        {
            WriteObject(first, !NoEnumerate);
            _lines.Skip(1).ToList().ForEach(line => WriteObject(Read(line), !NoEnumerate));
        }
        else if (_lines.Exists(line => !string.IsNullOrWhiteSpace(line)))
        {
            WriteObject(Read(string.Join('\n', _lines)), !NoEnumerate);
        }
    }

    private bool TryRead(string text, out object? value)
    {
        try
        {
            value = Parse(text);
            return true;
        }
        catch (JsonException)
        {
            value = null;
            return false;
        }
    }

    private object? Read(string text)
    {
        try
        {
            return Parse(text);
        }
        catch (JsonException e)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException($"Conversion from JSON failed with error: {e.Message}", e), "System.ArgumentException", ErrorCategory.NotSpecified, text));
            throw;
        }
    }

    private object? Parse(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Skip,
            MaxDepth = Depth,
        });
        return ObjectJsonReader.Read(document.RootElement, AsHashtable);
    }
}
