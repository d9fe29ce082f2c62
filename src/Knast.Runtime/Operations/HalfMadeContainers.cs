using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Removes what crashes left: containers that are not complete and that nobody works on.</summary>
internal static class HalfMadeContainers
{
    private static readonly TimeSpan TimeToAppear = TimeSpan.FromMinutes(1);

    /// <summary>Removes them all.</summary>
    public static void Sweep(EngineContext context)
    {
        foreach (string id in context.Containers.Ids().ToArray())
        {
            ContainerPaths paths = context.Containers.Paths(id);
            if (File.Exists(paths.Record))
            {
                continue;
            }

            using ContainerLock? held = ContainerLock.TryTake(paths, out bool isThere);
            if ((held is not null || !isThere) && !File.Exists(paths.Record))
            {
                DeleteContainer.Erase(context, paths);
            }
        }

        SweepTemporary(context);
    }

    private static void SweepTemporary(EngineContext context)
    {
        string root = ContainerPaths.ContainersRoot(context.Options);
        if (!Directory.Exists(root))
        {
            return;
        }

        foreach (string path in Directory.EnumerateDirectories(root, ContainerLock.TemporaryPrefix + "*"))
        {
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(path) > TimeToAppear)
            {
                context.Files.RemoveTree(path);
            }
        }

        foreach (string path in Directory.EnumerateDirectories(root, ContainerPaths.RemovedPrefix + "*"))
        {
            context.Files.RemoveTree(path);
        }
    }
}
