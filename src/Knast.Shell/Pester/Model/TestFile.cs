using System.Management.Automation;

namespace Knast.Shell.Pester.Model;

/// <summary>A <c>*.Tests.ps1</c> file with what was found in it.</summary>
internal sealed class TestFile(string path)
{
    public string Path => path;

    public PesterBlock Root { get; } = new(null, "Root", path);

    /// <summary>Why the file could not be read, or is refused.</summary>
    public List<ErrorRecord> Errors { get; } = [];
}
