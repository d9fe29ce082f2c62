using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>ioctl(2) DIOCKILLSTATESNV: forgets connections, so that their next packets meet the rules again.</summary>
public static class PacketFilterKillStates
{
    [AbiConstant("DIOCKILLSTATESNV")]
    private const long Request = 0xC0184429;

    private const int UsualCapacity = 1024;

    /// <summary>Makes the call. The kernel writes a list with their number, <c>killed</c>, into its second block.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="device">The open device.</param>
    /// <param name="match">Which.</param>
    /// <exception cref="ArgumentException">A name is too long.</exception>
    public static SystemCall Compose(KernelTarget target, Operand device, PacketFilterStateMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        return NameValueRequest.Compose(target, Request, device, "DIOCKILLSTATESNV", match.ToNameValues(), UsualCapacity);
    }

    /// <summary>Forgets connections.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device.</param>
    /// <param name="match">Which.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="NativeException">EINVAL: an interface's or a table's address. EACCES.</exception>
    public static int Invoke(IKernel kernel, Operand device, PacketFilterStateMatch match)
    {
        ArgumentNullException.ThrowIfNull(match);
        NameValueList answer = NameValueRequest.Invoke(kernel, Request, device, "DIOCKILLSTATESNV", match.ToNameValues());
        return (int)Math.Min(answer.Number("killed"), int.MaxValue);
    }
}
