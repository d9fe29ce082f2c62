using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>OCI <em>start</em>. A stopped container is launched again first, with its own changes to the root file system.</summary>
internal static class StartContainer
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Starts a container.</summary>
    public static Container Run(EngineContext context, string id, CancellationToken cancellation)
    {
        ContainerPaths paths = context.Containers.Paths(id);
        using ContainerLock held = ContainerLock.Take(paths, Patience, cancellation);
        ContainerSnapshot snapshot = context.Containers.Read(id);
        RuntimeConfig config = ContainerDirectory.ReadConfig(paths)
            ?? throw new KnastException("StateDamaged", KnastErrorKind.InvalidData, $"The container \"{snapshot.Name}\" has no configuration.", snapshot.Name);
        ContainerTransitions.Require(snapshot, ContainerOperation.Start);
        if (snapshot.Status == ContainerStatus.Stopped)
        {
            Relaunch(context, snapshot, config, cancellation);
        }

        Release(context, paths, config, cancellation);
        return context.Containers.Read(id).ToContainer(config);
    }

    private static void Relaunch(EngineContext context, ContainerSnapshot snapshot, RuntimeConfig config, CancellationToken cancellation)
    {
        ContainerPaths paths = snapshot.Paths;
        context.Host.CleanUp(paths, config, snapshot.Process);
        var setup = new ContainerSetup
        {
            Record = snapshot.Record!,
            Config = config,
            Paths = paths,
            RootDirectory = snapshot.Record!.Rootfs == "bundle" ? Path.GetFullPath(config.Root?.Path ?? "", snapshot.Record.Bundle) : paths.Rootfs,
        };
        LaunchContainer.Run(context, setup, cancellation);
    }

    private static void Release(EngineContext context, ContainerPaths paths, RuntimeConfig config, CancellationToken cancellation)
    {
        ProcessRecord process = StateFile.Read(paths.Process, StateJson.Default.ProcessRecord)!;

        // Before the release: the program may have ended before the next line runs here.
        DateTimeOffset started = DateTimeOffset.UtcNow;
        context.Host.Release(paths, process, cancellation);
        StateFile.Write(paths.Process, process with { Started = started }, StateJson.Default.ProcessRecord);
        context.Files.Remove(paths.StartFifo);
        if (context.Files.TryReadBytes(paths.Failure) is { } content && ProgramFailure.Read(content) is { } failure)
        {
            throw ExecutableErrors.Refused(config.Process!.Args[0], ErrorCodes.FromErrno(context.Kernel.Target.System, failure.Errno));
        }
    }
}
