using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Network.Ioctls;

/// <summary>How an ioctl's argument gets into the kernel and out of it: the request's number says how long it is and which way it goes (sys/ioccom.h).</summary>
internal static class IoctlArgument
{
    private const uint In = 0x80000000;
    private const uint Out = 0x40000000;
    private const int LengthShift = 16;
    private const uint LengthMask = 0x1FFF;
    private const int ArgumentIndex = 2;

    /// <summary>Copies the argument in.</summary>
    /// <exception cref="KernelError">EFAULT.</exception>
    public static byte[] CopyIn(CallContext call, uint request)
    {
        int length = (int)((request >> LengthShift) & LengthMask);
        return (request & In) != 0 ? call.Memory.Read(call.Address(ArgumentIndex), length).ToArray() : new byte[length];
    }

    /// <summary>Copies the argument out, after all went well.</summary>
    /// <exception cref="KernelError">EFAULT.</exception>
    public static void CopyOut(CallContext call, uint request, ReadOnlySpan<byte> data)
    {
        if ((request & Out) != 0)
        {
            call.Memory.Write(call.Address(ArgumentIndex), data);
        }
    }
}
