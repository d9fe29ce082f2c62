using Knast.Native.Kernel;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Brings a container's first process to where it waits for start: the end of creation, and the beginning of starting again.</summary>
internal static class LaunchContainer
{
    /// <summary>Launches.</summary>
    public static void Run(EngineContext context, ContainerSetup setup, CancellationToken cancellation)
    {
        ContainerPaths paths = setup.Paths;
        Directory.CreateDirectory(paths.RunDirectory, DirectoryModes.Private);
        File.Delete(paths.Exit);
        File.Delete(paths.Failure);
        File.Delete(paths.Process);
        if (!File.Exists(paths.StartFifo))
        {
            context.Host.MakeFifo(paths.StartFifo);
        }

        using KernelDescriptor? input = setup.Record.StandardInputPath is { } path ? context.Host.OpenForReading(path) : null;
        context.Host.Launch(
            setup with { StandardInput = input },
            process => StateFile.Write(paths.Process, process, StateJson.Default.ProcessRecord),
            cancellation);
    }
}
