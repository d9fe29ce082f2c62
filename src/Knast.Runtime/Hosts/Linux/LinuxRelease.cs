using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>Lets a waiting first process go on, through its FIFO (fifo(7)).</summary>
internal sealed class LinuxRelease
{
    private readonly IKernel _kernel;

    public LinuxRelease(IKernel kernel)
    {
        _kernel = kernel;
    }

    /// <summary>Writes the byte that it waits for, and waits until the process has no hold of the FIFO any more: it executed its program or ended.</summary>
    /// <exception cref="KnastException"><c>ContainerNotWaiting</c>: nobody reads the FIFO.</exception>
    public void Run(ContainerPaths paths, CancellationToken cancellation)
    {
        using KernelDescriptor fifo = Open(paths);
        Write.Invoke(_kernel, fifo, [1]);
        KernelWait.Readable(_kernel, fifo, timeout: null, cancellation);
    }

    private KernelDescriptor Open(ContainerPaths paths)
    {
        try
        {
            return Openat.Invoke(_kernel, Openat.CurrentDirectory, paths.StartFifo, OpenFlags.WriteOnly | OpenFlags.NonBlocking);
        }
        catch (NativeException error) when (error.Code is ErrorCode.ENXIO or ErrorCode.ENOENT)
        {
            throw new KnastException(
                "ContainerNotWaiting", KnastErrorKind.InvalidState, $"The container {paths.Id} does not wait to be started.", paths.Id, inner: error);
        }
    }
}
