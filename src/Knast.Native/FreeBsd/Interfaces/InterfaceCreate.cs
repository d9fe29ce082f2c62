using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>
/// ioctl(2) SIOCIFCREATE2: makes an interface of a kind that can be cloned (net/if_clone.c): <c>epair</c>, <c>bridge</c>, <c>lo</c>, <c>vlan</c>,
/// <c>tap</c> and what else modules bring.
/// </summary>
public static class InterfaceCreate
{
    [AbiConstant("SIOCIFCREATE2")]
    private const long Request = 0xC020697C;

    /// <summary>Makes the call. The kernel writes the new interface's name into it.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the network stack that gets the interface.</param>
    /// <param name="name">The kind, for which the kernel chooses a number, or the kind and a number, such as <c>epair7</c>.</param>
    /// <param name="vlan">For a vlan, its parent and tag; it can be given later.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, VlanConfiguration? vlan = null)
    {
        SystemCall call = InterfaceRequest.Compose(target, "SIOCIFCREATE2", Request, BlockDirection.InOut, socket, name);
        if (vlan is not null)
        {
            call.Point(InterfaceRequest.Block, IfreqLayout.Data, vlan.AddTo(call));
        }

        return call;
    }

    /// <summary>Makes an interface.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the network stack that gets the interface.</param>
    /// <param name="name">The kind, for which the kernel chooses a number, or the kind and a number, such as <c>epair7</c>.</param>
    /// <param name="vlan">For a vlan, its parent and tag; it can be given later.</param>
    /// <returns>Its name. For an epair that is its first end, <c>epair7a</c>; the other end is <c>epair7b</c>.</returns>
    /// <exception cref="NativeException">
    /// EINVAL: no such kind, or its module is not loaded. EEXIST: the number is taken. ENOSPC: no number is left, or the name would be too long.
    /// ENXIO: the vlan's parent is not there. EPERM.
    /// </exception>
    public static string Invoke(IKernel kernel, Operand socket, string name, VlanConfiguration? vlan = null)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, name, vlan);
        kernel.Require(call);
        return InterfaceName.Read(call.Bytes(InterfaceRequest.Block));
    }
}
