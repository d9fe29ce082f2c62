using Knast.Native.Kernel;
using Knast.Runtime.Hosts;
using Knast.Runtime.State;

namespace Knast.Runtime.Operations;

/// <summary>Brings a container's first process to where it waits for start: the end of creation, and the beginning of starting again.</summary>
internal static class LaunchContainer
{
    private const uint PrivateMode = 0x1C0;

    /// <summary>Launches.</summary>
    public static void Run(EngineContext context, ContainerSetup setup, CancellationToken cancellation)
    {
        ContainerPaths paths = setup.Paths;
        Directory.CreateDirectory(paths.RunDirectory, DirectoryModes.Private);
        File.Delete(paths.Process);
        PrepareFiles(context.Files, paths);
        using KernelDescriptor? input = setup.Record.StandardInputPath is { } path ? OpenInput(context.Files, path) : null;
        context.Host.Launch(
            setup with { StandardInput = input },
            process => StateFile.Write(paths.Process, process, StateJson.Default.ProcessRecord),
            cancellation);
    }

    private static void PrepareFiles(KernelFiles files, ContainerPaths paths)
    {
        files.EnsureDirectory(paths.RunDirectory, PrivateMode);
        files.EnsureDirectory(paths.Directory, PrivateMode);
        files.Remove(paths.Exit);
        files.Remove(paths.Failure);
        files.Remove(paths.StartFifo);
        files.MakeFifo(paths.StartFifo);
    }

    private static KernelDescriptor OpenInput(KernelFiles files, string path) => files.TryOpen(path)
        ?? throw new KnastException("InputNotFound", KnastErrorKind.NotFound, $"The standard input {path} does not exist.", path);
}
