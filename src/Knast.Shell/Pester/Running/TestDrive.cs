namespace Knast.Shell.Pester.Running;

/// <summary>
/// The folder <c>$TestDrive</c> (drive <c>TestDrive:</c>) of a file. What a block makes in it goes with the block.
/// </summary>
internal sealed class TestDrive : IDisposable
{
    private readonly ScopeInvoker _scopes;
    private readonly DirectoryInfo _folder;

    public TestDrive(ScopeInvoker scopes)
    {
        _scopes = scopes;
        _folder = Directory.CreateTempSubdirectory("knast-pester-");
        _scopes.Mount("TestDrive", _folder);
    }

    public IReadOnlySet<string> Snapshot() => Entries().ToHashSet(StringComparer.Ordinal);

    public void Restore(IReadOnlySet<string> present)
    {
        foreach (string path in Entries().Where(e => !present.Contains(e)).ToArray())
        {
            Delete(path);
        }
    }

    public void Dispose()
    {
        Delete(_folder.FullName);
        _scopes.Unmount("TestDrive");
    }

    // Links are not followed, neither to list what is behind them nor to delete it.
    private IEnumerable<string> Entries() =>
        _folder.Exists ? _folder.EnumerateFileSystemInfos("*", Everything).Select(e => e.FullName) : [];

    private static EnumerationOptions Everything => new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.None,
        IgnoreInaccessible = true,
    };

    private static void Delete(string path)
    {
        if (new FileInfo(path).LinkTarget is not null || File.Exists(path))
            File.Delete(path);
        else if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
