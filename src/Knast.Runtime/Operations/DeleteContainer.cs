using Knast.Oci.RuntimeSpec;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>OCI <em>delete</em>: undoes creation, in reverse.</summary>
internal static class DeleteContainer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Deletes a container.</summary>
    public static void Run(EngineContext context, string id, bool force, CancellationToken cancellation)
    {
        ContainerPaths paths = context.Containers.Paths(id);
        using ContainerLock? held = TakeUnlessDamaged(context, paths, force, cancellation);
        if (held is null)
        {
            Erase(context, paths);
            return;
        }

        if (!force)
        {
            ContainerTransitions.Require(context.Containers.Read(id), ContainerOperation.Delete);
        }

        Erase(context, paths);
    }

    /// <summary>Removes all that there is of a container, complete or not. What is interrupted here goes on with the next call.</summary>
    public static void Erase(EngineContext context, ContainerPaths paths)
    {
        // From here on the container is half-made: whoever comes after a crash goes on with this.
        if (File.Exists(paths.Record))
        {
            File.Move(paths.Record, paths.Intent, overwrite: true);
        }

        ContainerRecord? record = DamagedState.Tolerate(() => StateFile.Read(paths.Intent, StateJson.Default.ContainerRecord));
        ProcessRecord? process = DamagedState.Tolerate(() => StateFile.Read(paths.Process, StateJson.Default.ProcessRecord));
        RuntimeConfig? config = DamagedState.Tolerate(() => ContainerDirectory.ReadConfig(paths));
        context.Host.CleanUp(paths, config, process);
        Remove(context, paths.RunDirectory);
        RemoveDirectory(context, paths);
        if (record is not null && ContainerName.TryParse(record.Name, out ContainerName name, out _))
        {
            ContainerNames.Release(context.Options, name, paths.Id);
        }
        else
        {
            ContainerNames.ReleaseAll(context.Options, paths.Id);
        }
    }

    // A directory without a lock is what an interrupted deletion left; so is a name whose container is gone.
    private static ContainerLock? TakeUnlessDamaged(EngineContext context, ContainerPaths paths, bool force, CancellationToken cancellation)
    {
        if (force && !File.Exists(paths.Lock))
        {
            ContainerNames.ReleaseAll(context.Options, paths.Id);
            return null;
        }

        return ContainerLock.Take(paths, Patience, cancellation);
    }

    // It vanishes as a whole, its lock with it; else who sees it without a lock would take it for what a crash left, and remove it too.
    private static void RemoveDirectory(EngineContext context, ContainerPaths paths)
    {
        Remove(context, paths.Removed);
        if (Directory.Exists(paths.Directory))
        {
            Directory.Move(paths.Directory, paths.Removed);
        }

        context.Files.RemoveTree(paths.Directory);
        Remove(context, paths.Removed);
    }

    // The kernel's machine may be another one; then there is a directory of ours as well.
    private static void Remove(EngineContext context, string directory)
    {
        context.Files.RemoveTree(directory);
        if (Directory.Exists(directory))
        {
            Directory.Delete(directory, recursive: true);
        }
    }
}
