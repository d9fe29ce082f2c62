using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Network.Routing;

/// <summary>What sysctl(3) reads of routes and interfaces: <c>net.routetable</c>, with the question in its further numbers (sysctl_rtsock of net/rtsock.c).</summary>
internal static class RoutingSysctl
{
    private const int Net = 4;
    private const int Dump = 1;
    private const int FlaggedRoutes = 2;
    private const int InterfaceList = 3;
    private const int MulticastList = 4;
    private const int LongInterfaceList = 5;
    private const int PrefixLength = 3;
    private const int AllTables = -1;
    private const int LastFamily = 44;

    /// <summary>Reads.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="vnet">The caller's vnet.</param>
    /// <param name="name">The whole number: 4, 17, 0, family, operation, argument, and for routes the table.</param>
    /// <returns>Null where the number is not of this kind.</returns>
    /// <exception cref="KernelError">EINVAL, EISDIR, ENOTDIR, EAFNOSUPPORT.</exception>
    public static byte[]? Read(CallContext call, Vnet vnet, ReadOnlySpan<int> name)
    {
        if (name.Length < 2 || name[0] != Net || name[1] != RoutingSocket.RoutingFamily)
        {
            return null;
        }

        // The kernel counts from behind the first three numbers.
        int length = name.Length - PrefixLength;
        KernelError.Unless(length >= 2, ErrorCode.EINVAL);
        int operation = name[PrefixLength + 1];
        bool hasTable = operation == Dump && length == 4;
        KernelError.Unless(length >= PrefixLength, ErrorCode.EISDIR);
        KernelError.Unless(length == PrefixLength || hasTable, ErrorCode.ENOTDIR);
        int table = hasTable && name[^1] != AllTables ? name[^1] : 0;
        KernelError.Unless(table >= 0 && table < vnet.Settings["net.fibs"], ErrorCode.EINVAL);
        KernelError.Unless((byte)name[PrefixLength] <= LastFamily, ErrorCode.EINVAL);
        return Read(call, vnet, (InternetFamily)(byte)name[PrefixLength], operation, name[PrefixLength + 2]);
    }

    private static byte[] Read(CallContext call, Vnet vnet, InternetFamily family, int operation, int argument)
    {
        switch (operation)
        {
            case Dump:
                KernelError.Unless(family is 0 or InternetFamily.IPv4 or InternetFamily.IPv6, ErrorCode.EAFNOSUPPORT);
                return RouteDumpWriter.Write(vnet.Routes, family);
            case FlaggedRoutes:
                // Neighbours, of which there are none.
                KernelError.Unless(family is InternetFamily.IPv4 or InternetFamily.IPv6, ErrorCode.EINVAL);
                return [];
            case InterfaceList or LongInterfaceList:
                return InterfaceListWriter.Write(vnet, family, argument, operation == LongInterfaceList, address => JailView.Shows(call.Process.Jail, address));
            case MulticastList:
                return [];
            default:
                throw new KernelError(ErrorCode.EINVAL);
        }
    }
}
