using System.Buffers.Binary;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.Network.Cloners;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>Makes and destroys interfaces, and lists the kinds (net/if_clone.c).</summary>
internal static class InterfaceClones
{
    /// <summary>SIOCIFCREATE2, and SIOCIFCREATE without parameters.</summary>
    /// <exception cref="KernelError">EPERM; EINVAL: no such kind; EEXIST; and what the kind answers.</exception>
    public static void Create(CallContext call, Vnet vnet, byte[] data, bool hasParameters)
    {
        NetworkPrivilege.Require(call);
        string name = IfreqData.Name(data);
        InterfaceCloner cloner = vnet.Cloners.FirstOrDefault(one => one.Matches(name)) ?? throw new KernelError(ErrorCode.EINVAL);
        ulong parameters = hasParameters ? IfreqData.Pointer(data) : 0;
        NetworkInterface made = cloner.Create(vnet, name, parameters == 0 ? null : new CloneParameters(call.Memory, parameters));
        IfreqData.SetName(data, made.Name);
    }

    /// <summary>SIOCIFDESTROY.</summary>
    /// <exception cref="KernelError">EPERM; ENXIO: not here, or made in another vnet; EINVAL: nothing made it.</exception>
    public static void Destroy(CallContext call, Vnet vnet, byte[] data)
    {
        NetworkPrivilege.Require(call);
        NetworkInterface target = vnet.Require(IfreqData.Name(data));
        InterfaceCloner cloner = vnet.Cloners.FirstOrDefault(one => one.Kind == target.Driver.Kind) ?? throw new KernelError(ErrorCode.EINVAL);
        KernelError.Unless(target.Cloner == cloner, ErrorCode.ENXIO);
        cloner.Destroy(target, isForced: false);
    }

    /// <summary>SIOCIFGCLONERS.</summary>
    /// <exception cref="KernelError">EINVAL, EFAULT.</exception>
    public static void List(CallContext call, Vnet vnet, byte[] data)
    {
        int room = BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(IfClonereqLayout.Count));
        KernelError.Unless(room >= 0, ErrorCode.EINVAL);
        BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(IfClonereqLayout.Total), vnet.Cloners.Count);
        ulong buffer = BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(IfClonereqLayout.Buffer));
        for (int index = 0; index < Math.Min(room, vnet.Cloners.Count) && buffer != 0; index++)
        {
            Span<byte> entry = call.Memory.Write(buffer + (ulong)(index * InterfaceName.FieldSize), InterfaceName.FieldSize);
            IfreqData.SetName(entry, vnet.Cloners[index].Kind);
        }
    }
}
