using System.Runtime.InteropServices;

namespace Knast.Native.Kernel;

/// <summary>An open descriptor of a kernel, closed through the same seam. Always close-on-exec.</summary>
public sealed class KernelDescriptor : SafeHandle
{
    private readonly IKernel _kernel;

    /// <summary>Takes ownership of a descriptor.</summary>
    /// <param name="kernel">The kernel whose descriptor it is.</param>
    /// <param name="number">Its number.</param>
    public KernelDescriptor(IKernel kernel, int number)
        : base(-1, ownsHandle: true)
    {
        _kernel = kernel;
        SetHandle(number);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle < 0;

    /// <summary>The descriptor's number.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public int Number
    {
        get
        {
            ObjectDisposedException.ThrowIf(IsClosed || IsInvalid, this);
            return (int)handle;
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        // close(2) has closed the descriptor on both systems even where it says EINTR.
        using SystemCall call = SystemCall.Rent(CloseNumber(_kernel.Target), "close");
        call.IsRetried = false;
        call.Argument((long)handle);
        _kernel.Invoke(call);
        return true;
    }

    private static int CloseNumber(KernelTarget target) => target switch
    {
        { System: KernelSystem.FreeBsd } => 6,
        { Architecture: KernelArchitecture.Amd64 } => 3,
        _ => 57,
    };
}
