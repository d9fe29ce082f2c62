using Knast.Native.Kernel;
using Knast.Native.Files;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts;

/// <summary>Lets a waiting first process go on, through its FIFO (fifo(7)).</summary>
internal sealed class ContainerRelease
{
    private readonly KernelFiles _files;

    public ContainerRelease(KernelFiles files)
    {
        _files = files;
    }

    /// <summary>Writes the byte that it waits for, and waits until the process has no hold of the FIFO any more: it executed its program or ended.</summary>
    /// <exception cref="KnastException"><c>ContainerNotWaiting</c>: nobody reads the FIFO.</exception>
    public void Run(ContainerPaths paths, CancellationToken cancellation)
    {
        using KernelDescriptor fifo = Open(paths);
        _files.Calls.Write(fifo, [1]);
        KernelWait.Readable(_files.Calls.Kernel, fifo, timeout: null, cancellation);
    }

    private KernelDescriptor Open(ContainerPaths paths)
    {
        try
        {
            return _files.Open(paths.StartFifo, FileOpenFlags.WriteOnly | FileOpenFlags.NonBlocking);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENXIO or ErrorCode.ENOENT)
        {
            throw new KnastException(
                "ContainerNotWaiting", KnastErrorKind.InvalidState, $"The container {paths.Id} does not wait to be started.", paths.Id, inner: error);
        }
    }
}
