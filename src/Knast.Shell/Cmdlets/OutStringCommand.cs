using System.Management.Automation;
using Knast.Shell.Engine;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Knast.Shell.Cmdlets;

/// <summary>Out-String: objects as the host would show them, as one string or, with -Stream, line by line.</summary>
[Cmdlet(VerbsData.Out, "String", DefaultParameterSetName = "NoNewLineFormatting")]
[OutputType(typeof(string))]
public sealed class OutStringCommand : FrontEndCommandBase
{
    private readonly StringWriter _writer = new() { NewLine = "\n" };

    /// <summary>A string for each line.</summary>
    [Parameter(ParameterSetName = "StreamFormatting")]
    public SwitchParameter Stream { get; set; }

    /// <summary>Columns; unlimited where not given.</summary>
    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int? Width { get; set; }

    /// <summary>No line breaks.</summary>
    [Parameter(ParameterSetName = "NoNewLineFormatting")]
    public SwitchParameter NoNewline { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        EngineInternals.UseTextOutput(this, _writer, Width ?? int.MaxValue);
        base.BeginProcessing();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        base.ProcessRecord();
        if (Stream)
            WriteLines();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (Stream)
            WriteLines();
        else
            WriteObject(NoNewline ? _writer.ToString().Replace("\n", "", StringComparison.Ordinal) : _writer.ToString());
    }

    private void WriteLines()
    {
        string text = _writer.ToString();
        _writer.GetStringBuilder().Clear();
        if (text.Length == 0)
            return;
        foreach (string line in text.TrimEnd('\n').Split('\n'))
        {
            WriteObject(line);
        }
    }
}
