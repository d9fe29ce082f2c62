namespace Knast.Runtime.State;

/// <summary>Who has which name: a symbolic link for each name, whose target is the id, since making one is exclusive and whole at once.</summary>
internal static class ContainerNames
{
    /// <summary>Takes a name.</summary>
    /// <returns>Whether it was free.</returns>
    public static bool TryTake(EngineOptions options, ContainerName name, string id)
    {
        string path = PathOf(options, name);
        Directory.CreateDirectory(ContainerPaths.NamesRoot(options));
        try
        {
            File.CreateSymbolicLink(path, id);
            return true;
        }
        catch (IOException) when (new FileInfo(path).LinkTarget is not null)
        {
            return false;
        }
    }

    /// <summary>The id that has a name; null when it is free.</summary>
    public static string? Find(EngineOptions options, ContainerName name) => new FileInfo(PathOf(options, name)).LinkTarget;

    /// <summary>Gives a name free, if that id has it.</summary>
    public static void Release(EngineOptions options, ContainerName name, string id)
    {
        if (Find(options, name) == id)
        {
            File.Delete(PathOf(options, name));
        }
    }

    /// <summary>Gives free whatever names an id has; for when the container itself is gone.</summary>
    public static void ReleaseAll(EngineOptions options, string id)
    {
        string root = ContainerPaths.NamesRoot(options);
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (string path in Directory.EnumerateFileSystemEntries(root).Where(path => new FileInfo(path).LinkTarget == id))
        {
            File.Delete(path);
        }
    }

    private static string PathOf(EngineOptions options, ContainerName name) => Path.Combine(ContainerPaths.NamesRoot(options), name.Value);
}
