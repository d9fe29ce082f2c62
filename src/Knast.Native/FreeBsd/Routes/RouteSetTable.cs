using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>setsockopt(2) SO_SETFIB: which of several routing tables (setfib(1)) a socket works with.</summary>
public static class RouteSetTable
{
    [AbiConstant("SOL_SOCKET")]
    private const int SocketLevel = 0xFFFF;

    [AbiConstant("SO_SETFIB")]
    private const int SetTable = 0x1014;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="table">The number of the table, below sysctl net.fibs.</param>
    public static SystemCall Compose(KernelTarget target, Operand socket, int table)
    {
        SystemCall call = FreeBsdSystemCall.Setsockopt(target).Argument(socket).Argument(SocketLevel).Argument(SetTable);
        call.Subject = $"SO_SETFIB {table}";
        BlockReference value = call.AddBlock(4, BlockDirection.In);
        call.Write(value, 0, 4, table);
        return call.Argument(value).Argument(4);
    }

    /// <summary>Chooses a table.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="socket">The socket.</param>
    /// <param name="table">The number of the table.</param>
    /// <exception cref="NativeException">EINVAL: there is no such table.</exception>
    public static void Invoke(IKernel kernel, Operand socket, int table)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, socket, table);
        kernel.Require(call);
    }
}
