using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.Sysctls;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>The sysctls that tell of interfaces and routes (sysctl(3), CTL_NET/PF_ROUTE), of the network stack of the process that asks.</summary>
internal static class RouteSysctl
{
    [AbiConstant("CTL_NET")]
    private const int Net = 4;

    [AbiConstant("PF_ROUTE")]
    private const int RouteFamily = 17;

    [AbiConstant("NET_RT_DUMP")]
    private const int Dump = 1;

    [AbiConstant("NET_RT_IFLISTL")]
    private const int InterfaceList = 5;

    private const int AllInterfaces = 0;
    private const int UsualLength = 8192;

    /// <summary>The name of a table of routes.</summary>
    public static int[] Routes(InternetFamily family, int table) => [Net, RouteFamily, 0, (int)family, Dump, 0, table];

    /// <summary>The name of the list of interfaces, in the messages that say how long their headers are.</summary>
    public static int[] Interfaces() => [Net, RouteFamily, 0, (int)InternetFamily.Unspecified, InterfaceList, AllInterfaces];

    /// <summary>Reads the whole answer.</summary>
    public static byte[] Read(IKernel kernel, int[] name) => Sysctl.Read(kernel, name, UsualLength);
}
