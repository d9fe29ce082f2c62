using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Network;
using Knast.Simulation.Network.Settings;

namespace Knast.Simulation.Sysctls;

/// <summary>Sysctls about networks; each network has its own of most.</summary>
internal static class NetworkSysctls
{
    private const int Net = 4;
    private const int RouteNumber = 17;

    public static void Register(SysctlTable table)
    {
        foreach (NetworkSwitch known in NetworkSwitch.Of(table.Machine.Release.Name))
        {
            table.Add(known.Name, (name, oid) => new SysctlEntry(oid, name)
            {
                Flags = SysctlEntry.Readable | SysctlEntry.Writable | SysctlEntry.Int,
                Read = (call, _) => BitConverter.GetBytes(Settings(call, known)[name]),
                Write = (call, value) =>
                {
                    KernelError.Unless(value.Length == sizeof(int), ErrorCode.EINVAL);
                    Settings(call, known)[name] = BitConverter.ToInt32(value);
                },
                IsVnetWritable = !known.IsOfHost,
            });
        }

        int buffer = table.Machine.Release.Is15 ? 65536 : 8192;
        table.AddInt32("net.local.stream.sendspace", buffer);
        table.AddInt32("net.local.stream.recvspace", buffer);
        table.AddInt32("net.local.seqpacket.maxseqpacket", buffer);
        table.Add("net.routetable", static (name, oid) => new SysctlEntry(oid, name)
        {
            Flags = SysctlEntry.Readable | SysctlEntry.Node,
            Format = "N",
            TakesMore = true,
            Read = static (call, rest) => call.Machine.Network.ReadSysctl(call, [Net, RouteNumber, .. rest]) ?? throw new KernelError(ErrorCode.ENOENT),
        }, RouteNumber);
    }

    private static VnetSettings Settings(CallContext call, NetworkSwitch known)
    {
        MachineNetwork network = MachineNetwork.From(call);
        return (known.IsOfHost ? network.Host : network.Of(call.Process.Jail)).Settings;
    }
}
