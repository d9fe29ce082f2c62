using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Network;

/// <summary>Who may change a network: root, in a jail only of a network of the jail's own (priv(9), PRIV_NET_).</summary>
internal static class NetworkPrivilege
{
    /// <exception cref="KernelError">EPERM.</exception>
    public static void Require(CallContext call) => KernelError.Unless(
        call.Process.Credentials.IsSuperuser && MachineNetwork.From(call).IsOwner(call.Process.Jail), ErrorCode.EPERM);
}
