using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Text;

namespace Knast.Shell.Cmdlets;

/// <summary>Get-Content: the lines of files, or what items of other drives hold.</summary>
[Cmdlet(VerbsCommon.Get, "Content", DefaultParameterSetName = "Path")]
public sealed class GetContentCommand : PathCommandBase
{
    /// <summary>The whole file as one string.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <summary>Bytes instead of lines.</summary>
    [Parameter]
    public SwitchParameter AsByteStream { get; set; }

    /// <summary>So many lines from the start.</summary>
    [Parameter]
    [Alias("First", "Head")]
    [ValidateRange(0, int.MaxValue)]
    public int? TotalCount { get; set; }

    /// <summary>So many lines from the end.</summary>
    [Parameter]
    [Alias("Last")]
    [ValidateRange(0, int.MaxValue)]
    public int? Tail { get; set; }

    /// <summary>The text encoding; a byte order mark decides, else UTF-8.</summary>
    [Parameter]
    public object? Encoding { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (PathInfo item in Existing())
        {
            OnItem(item.Path, () =>
            {
                if (item.Provider.Name == "FileSystem")
                    ReadFile(item.ProviderPath);
                else
                    ReadItem(item.Path);
            });
        }
    }

    private void ReadFile(string path)
    {
        if (Directory.Exists(path))
            throw new UnauthorizedAccessException($"'{path}' is a directory, and has no content; Get-ChildItem lists it.");
        Encoding encoding = FileEncoding.From(Encoding);
        if (AsByteStream && Raw)
            WriteObject(File.ReadAllBytes(path), enumerateCollection: false);
        else if (AsByteStream)
            WriteObject(File.ReadAllBytes(path), enumerateCollection: true);
        else if (Raw)
            WriteObject(File.ReadAllText(path, encoding));
        else
            WriteObject(Part(File.ReadLines(path, encoding)), enumerateCollection: true);
    }

    private void ReadItem(string path)
    {
        foreach (IContentReader reader in InvokeProvider.Content.GetReader([path], force: false, literalPath: true))
        {
            using (reader)
                WriteObject(Part(reader.Read(0).Cast<object>()), enumerateCollection: true);
        }
    }

    private IEnumerable<T> Part<T>(IEnumerable<T> lines)
    {
        if (TotalCount is not null)
            lines = lines.Take(TotalCount.Value);
        return Tail is not null ? lines.TakeLast(Tail.Value) : lines;
    }
}
