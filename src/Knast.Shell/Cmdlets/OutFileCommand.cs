using System.Management.Automation;
using Knast.Shell.Engine;
using Knast.Shell.Hosting;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Knast.Shell.Cmdlets;

/// <summary>Out-File: objects as the host would show them, into a file; the engine's redirection (<c>&gt;</c>) comes here too.</summary>
[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private StreamWriter? _writer;

    /// <summary>The file.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ByPath")]
    [Alias("Path")]
    public string? FilePath { get; set; }

    /// <summary>The file, taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath", ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    /// <summary>The text encoding; UTF-8 without a byte order mark where not given.</summary>
    [Parameter(Position = 1)]
    public object? Encoding { get; set; }

    /// <summary>Keeps what the file has.</summary>
    [Parameter]
    public SwitchParameter Append { get; set; }

    /// <summary>Writes over a read-only file.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Refuses to replace a file.</summary>
    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Columns; those of the host where not given.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    /// <summary>No line breaks.</summary>
    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        string path = OutputFile.Resolve(this, FilePath ?? LiteralPath!);
        TextWriter target = TextWriter.Null;
        if (ShouldProcess(path))
            target = _writer = OutputFile.Open(this, path, FileEncoding.From(Encoding), Append, NoClobber, Force);
        if (_writer is not null)
            _writer.NewLine = NoNewline ? "" : "\n";
        EngineInternals.UseTextOutput(this, target, Width ?? Math.Max(Terminal.DefaultColumns, Host.UI.RawUI.BufferSize.Width));
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        _writer?.Dispose();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _writer?.Dispose();
        base.Dispose(disposing);
    }
}
