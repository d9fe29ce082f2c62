using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Terminals;

/// <summary>TIOCGPTN (pts(4)): the number of a pseudo terminal.</summary>
public static class TerminalGetNumber
{
    /// <summary>Makes the call. The number is block 0, 4 bytes.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="terminal">The side that <see cref="PosixOpenpt"/> opened.</param>
    public static SystemCall Compose(KernelTarget target, Operand terminal)
    {
        SystemCall call = FreeBsdSystemCall.Ioctl(target).Argument(terminal).Argument((long)TerminalRequest.GetNumber);
        call.Subject = "TIOCGPTN";
        return call.Argument(call.AddBlock(4, BlockDirection.Out));
    }

    /// <summary>Asks for the number.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="terminal">The side that <see cref="PosixOpenpt"/> opened.</param>
    /// <exception cref="NativeException">ENOTTY: no pseudo terminal.</exception>
    public static int Invoke(IKernel kernel, Operand terminal)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, terminal);
        kernel.Require(call);
        return BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(new BlockReference(0)));
    }
}
