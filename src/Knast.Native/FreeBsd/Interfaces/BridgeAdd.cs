using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>
/// BRDGADD of if_bridge(4): makes an interface a member of a bridge. The first one gives the bridge its MTU; on FreeBSD 15 the others get the
/// bridge's, on 13 they must have it already. A member should carry no address: that belongs on the bridge.
/// </summary>
public static class BridgeAdd
{
    [AbiConstant("BRDGADD")]
    private const long Command = 0;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the bridge's network stack.</param>
    /// <param name="bridge">The bridge.</param>
    /// <param name="member">The interface.</param>
    /// <exception cref="ArgumentException">A name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string bridge, string member)
    {
        InterfaceName.Require(member);
        SystemCall call = BridgeRequest.ComposeSet(target, "BRDGADD", Command, socket, bridge, member, IfbreqLayout.Size);
        InterfaceName.Write(call.Bytes(BridgeRequest.Argument)[IfbreqLayout.Member..], member);
        return call;
    }

    /// <summary>Makes an interface a member.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the bridge's network stack.</param>
    /// <param name="bridge">The bridge.</param>
    /// <param name="member">The interface.</param>
    /// <exception cref="NativeException">
    /// ENXIO: there is no such bridge. ENOENT: there is no such interface. EEXIST: it is a member. EBUSY: it is one of another bridge.
    /// EINVAL: it is no Ethernet, its MTU differs (13), or it has an address and net.link.bridge.member_ifaddrs is 0 (15). EPERM.
    /// </exception>
    public static void Invoke(IKernel kernel, Operand socket, string bridge, string member)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, bridge, member);
        kernel.Require(call);
    }
}
