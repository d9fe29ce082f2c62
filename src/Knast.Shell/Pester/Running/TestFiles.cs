namespace Knast.Shell.Pester.Running;

/// <summary>The test files that paths stand for.</summary>
internal static class TestFiles
{
    public const string Suffix = ".Tests.ps1";

    /// <summary>Files as given, and of folders all <c>*.Tests.ps1</c> below them, sorted.</summary>
    /// <exception cref="FileNotFoundException">A path is neither.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Expand).Distinct()];

    private static IEnumerable<string> Expand(string path)
    {
        if (File.Exists(path))
            return [Path.GetFullPath(path)];
        if (!Directory.Exists(path))
            throw new FileNotFoundException($"There is neither a test file nor a folder '{path}'.", path);
        return Directory.EnumerateFiles(Path.GetFullPath(path), "*" + Suffix, SearchOption.AllDirectories).Order(StringComparer.Ordinal);
    }
}
