using Knast.Native.Kernel;

namespace Knast.Simulation.Jails;

/// <summary>Which families of addresses a jail has (prison_check_af).</summary>
internal static class JailFamilies
{
    private const int Unix = 1;
    private const int Internet = 2;
    private const int Routing = 17;
    private const int Internet6 = 28;

    /// <summary>Demands that a jail has sockets of a family.</summary>
    /// <exception cref="KernelError">EPROTONOSUPPORT.</exception>
    public static void Require(Jail jail, int family)
    {
        bool isThere = family switch
        {
            Unix or Routing => true,
            _ when jail.IsRoot || jail.HasVnet => true,
            Internet => !jail.Addresses4.IsRestricted || jail.Addresses4.List.Length > 0,
            Internet6 => !jail.Addresses6.IsRestricted || jail.Addresses6.List.Length > 0,
            _ => jail.Allows("socket_af"),
        };
        KernelError.Unless(isThere, ErrorCode.EPROTONOSUPPORT);
    }
}
