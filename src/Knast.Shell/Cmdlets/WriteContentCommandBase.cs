using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Provider;

namespace Knast.Shell.Cmdlets;

/// <summary>What Set-Content and Add-Content share.</summary>
public abstract class WriteContentCommandBase : PSCmdlet
{
    private readonly List<object?> _values = [];

    /// <summary>Paths.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    /// <summary>Paths taken as they are.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get; set; }

    /// <summary>What is written, a line for each.</summary>
    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public object?[]? Value { get; set; }

    /// <summary>No line breaks.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <summary>The values are bytes.</summary>
    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    /// <summary>The text encoding; UTF-8 without a byte order mark where not given.</summary>
    [Parameter]
    public object? Encoding { get; set; }

    /// <summary>Over a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Writes the values down the pipeline too.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    private protected abstract bool Append { get; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _values.AddRange(Value ?? [null]);
        if (PassThru)
            WriteObject(Value, enumerateCollection: true);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (string path in LiteralPath ?? Path ?? [])
        {
            if (!ShouldProcess(path, Append ? "Add Content" : "Set Content"))
                continue;
            string native = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out ProviderInfo provider, out _);
            if (provider.Name != "FileSystem")
                WriteItem(path);
            else if (AsByteStream)
                WriteBytes(native);
            else
                WriteText(native);
        }
    }

    private void WriteText(string path)
    {
        using StreamWriter writer = OutputFile.Open(this, path, FileEncoding.From(Encoding), Append, noClobber: false, Force);
        writer.NewLine = NoNewline ? "" : "\n";
        foreach (object? value in _values)
        {
            writer.WriteLine(LanguagePrimitives.ConvertTo<string>(value));
        }
    }

    private void WriteBytes(string path)
    {
        using StreamWriter writer = OutputFile.Open(this, path, FileEncoding.Default, Append, noClobber: false, Force);
        writer.BaseStream.Write([.. _values.Select(LanguagePrimitives.ConvertTo<byte>)]);
    }

    private void WriteItem(string path)
    {
        IList values = _values.Count == 1 ? new[] { _values[0] } : _values.ToArray();
        foreach (IContentWriter writer in InvokeProvider.Content.GetWriter([path], Force, literalPath: true))
        {
            using (writer)
            {
                if (Append)
                    writer.Seek(0, SeekOrigin.End);
                writer.Write(values);
            }
        }
    }
}
