using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>BRDGDEL of if_bridge(4): takes a member from a bridge. One that is destroyed or moved to another network stack leaves by itself.</summary>
public static class BridgeDelete
{
    [AbiConstant("BRDGDEL")]
    private const long Command = 1;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the bridge's network stack.</param>
    /// <param name="bridge">The bridge.</param>
    /// <param name="member">The interface.</param>
    /// <exception cref="ArgumentException">A name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string bridge, string member)
    {
        InterfaceName.Require(member);
        SystemCall call = BridgeRequest.ComposeSet(target, "BRDGDEL", Command, socket, bridge, member, IfbreqLayout.Size);
        InterfaceName.Write(call.Bytes(BridgeRequest.Argument)[IfbreqLayout.Member..], member);
        return call;
    }

    /// <summary>Takes a member away.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the bridge's network stack.</param>
    /// <param name="bridge">The bridge.</param>
    /// <param name="member">The interface.</param>
    /// <exception cref="NativeException">ENXIO: there is no such bridge. ENOENT: it is no member. EPERM.</exception>
    public static void Invoke(IKernel kernel, Operand socket, string bridge, string member)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, bridge, member);
        kernel.Require(call);
    }
}
