using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>
/// socket(2) of the routing family (route(4)), close-on-exec. It belongs for ever to the network stack that it was opened in: one from inside a
/// jail sets that jail's routes from outside.
/// </summary>
public static class RouteSocket
{
    [AbiConstant("PF_ROUTE")]
    private const int RouteFamily = 17;

    [AbiConstant("SOCK_RAW")]
    private const int Raw = 3;

    [AbiConstant("SOCK_CLOEXEC")]
    private const int CloseOnExec = 0x10000000;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    public static SystemCall Compose(KernelTarget target)
    {
        SystemCall call = FreeBsdSystemCall.Socket(target).Argument(RouteFamily).Argument(Raw | CloseOnExec).Argument(0);
        call.Subject = "PF_ROUTE";
        return call;
    }

    /// <summary>Opens a routing socket in the network stack of this process.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">EMFILE and what else socket(2) lists.</exception>
    public static KernelDescriptor Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target);
        return kernel.RequireDescriptor(call);
    }
}
