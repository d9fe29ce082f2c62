using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>ioctl(2) SIOCGIFGROUP: the groups that an interface is in; <c>all</c> is one of them.</summary>
public static class InterfaceGetGroups
{
    [AbiConstant("SIOCGIFGROUP")]
    private const long Request = 0xC0286988;

    // Another process may add groups between asking for the length and asking for the groups.
    private const int Attempts = 4;

    /// <summary>The block that gets the groups.</summary>
    private static BlockReference Buffer { get; } = new(1);

    /// <summary>Makes the call. The kernel writes the groups into its second block, or, without capacity, the bytes that they take into the first.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <param name="capacity">Bytes for the groups; 0 asks how many they take.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 15 bytes.</exception>
    public static SystemCall Compose(KernelTarget target, Operand socket, string name, int capacity)
    {
        SystemCall call = InterfaceGroupRequest.Compose(target, "SIOCGIFGROUP", Request, BlockDirection.InOut, socket, name);
        if (capacity != 0)
        {
            call.Point(InterfaceGroupRequest.Block, IfgroupreqLayout.Groups, call.AddBlock(capacity, BlockDirection.Out));
            call.Write(InterfaceGroupRequest.Block, IfgroupreqLayout.Length, 4, capacity);
        }

        return call;
    }

    /// <summary>Reads the groups.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">A socket in the interface's network stack.</param>
    /// <param name="name">The interface.</param>
    /// <exception cref="NativeException">ENXIO: there is no such interface.</exception>
    public static IReadOnlyList<string> Invoke(IKernel kernel, Operand socket, string name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int attempt = 1; ; attempt++)
        {
            int capacity = AskCapacity(kernel, socket, name);
            if (capacity == 0)
            {
                return [];
            }

            using SystemCall call = Compose(kernel.Target, socket, name, capacity);
            SystemCallResult result = kernel.Invoke(call);
            if (!result.Failed)
            {
                return Read(call.Bytes(Buffer));
            }

            if (result.Code() != ErrorCode.EINVAL || attempt == Attempts)
            {
                throw result.ToException(call);
            }
        }
    }

    private static int AskCapacity(IKernel kernel, Operand socket, string name)
    {
        using SystemCall call = Compose(kernel.Target, socket, name, 0);
        kernel.Require(call);
        return BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(InterfaceGroupRequest.Block)[IfgroupreqLayout.Length..]);
    }

    private static List<string> Read(ReadOnlySpan<byte> entries)
    {
        var groups = new List<string>();
        for (; entries.Length >= IfgReqLayout.Size; entries = entries[IfgReqLayout.Size..])
        {
            string group = InterfaceName.Read(entries[IfgReqLayout.Group..]);
            if (group.Length != 0)
            {
                groups.Add(group);
            }
        }

        return groups;
    }
}
