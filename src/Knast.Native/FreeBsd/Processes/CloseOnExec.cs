using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Processes;

/// <summary>Takes descriptors into ownership that the kernel makes without close-on-exec.</summary>
internal static class CloseOnExec
{
    [AbiConstant("FD_CLOEXEC")]
    private const int Flag = 1;

    /// <summary>
    /// Owns a descriptor and marks it. A program that is started in between inherits it; all that Knast starts closes what it was not
    /// given.
    /// </summary>
    public static KernelDescriptor Own(IKernel kernel, int number)
    {
        var descriptor = new KernelDescriptor(kernel, number);
        try
        {
            Fcntl.Invoke(kernel, descriptor, FcntlCommand.SetDescriptorFlags, Flag);
            return descriptor;
        }
        catch (NativeException)
        {
            descriptor.Dispose();
            throw;
        }
    }
}
