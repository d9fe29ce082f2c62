namespace Knast.Shell.Engine;

/// <summary>Where the Knast module is, and the module path by which other runspaces find it and this shell's own cmdlets.</summary>
internal static class KnastModule
{
    private const string PathVariable = "PSModulePath";

    /// <summary>The manifest that <c>KNAST_MODULE</c> names, else the one staged beside the program; null where neither is.</summary>
    /// <exception cref="FileNotFoundException"><c>KNAST_MODULE</c> names nothing.</exception>
    public static string? FindManifest()
    {
        string? named = Environment.GetEnvironmentVariable("KNAST_MODULE");
        if (!string.IsNullOrEmpty(named))
        {
            string path = Directory.Exists(named) ? Path.Combine(named, "Knast.psd1") : named;
            return File.Exists(path)
                ? Path.GetFullPath(path)
                : throw new FileNotFoundException($"KNAST_MODULE is '{named}', but there is no module manifest '{path}'.", path);
        }

        string staged = Path.Combine(AppContext.BaseDirectory, "Knast", "Knast.psd1");
        return File.Exists(staged) ? staged : null;
    }

    /// <summary>
    /// ForEach-Object -Parallel opens runspaces with the engine's cmdlets only, and these find the rest by autoloading: as in pwsh, by module path.
    /// </summary>
    public static void ExtendModulePath(string? manifest)
    {
        var folders = new List<string> { Path.Combine(AppContext.BaseDirectory, "Modules") };
        if (Path.GetDirectoryName(Path.GetDirectoryName(manifest)) is { Length: > 0 } parent)
            folders.Insert(0, parent);
        string? inherited = Environment.GetEnvironmentVariable(PathVariable);
        if (!string.IsNullOrEmpty(inherited))
            folders.AddRange(inherited.Split(Path.PathSeparator));
        Environment.SetEnvironmentVariable(PathVariable, string.Join(Path.PathSeparator, folders.Distinct()));
    }
}
