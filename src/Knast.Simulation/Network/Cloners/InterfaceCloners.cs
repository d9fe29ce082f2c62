using Knast.Simulation.Network.Drivers;

namespace Knast.Simulation.Network.Cloners;

/// <summary>The kinds of interfaces that a vnet can make.</summary>
internal static class InterfaceCloners
{
    private static readonly string[] s_order13 = ["bridge", "vlan", "pflog", "vmnet", "tap", "tun", "epair", "lo"];
    private static readonly string[] s_order15 = ["vlan", "bridge", "pflog", "vmnet", "tap", "tun", "lo", "epair"];

    /// <summary>Those of a new vnet, in the order in which the kernel lists them.</summary>
    public static IReadOnlyList<InterfaceCloner> For(Vnet vnet) =>
        [.. (vnet.Machine.Is15 ? s_order15 : s_order13).Select(kind => Make(vnet, kind))];

    private static InterfaceCloner Make(Vnet vnet, string kind)
    {
        MachineNetwork machine = vnet.Machine;
        return kind switch
        {
            "bridge" => new SimpleCloner(vnet, kind, name => new BridgeDriver(name, machine.NewLinkAddress(), machine.Is15)),
            "vlan" => new VlanCloner(vnet),
            "pflog" => new SimpleCloner(vnet, kind, name => new FilterLogDriver(name, machine.Is15), needed: 1),
            "lo" => new SimpleCloner(vnet, kind, static name => new LoopbackDriver(name), needed: 1),
            "epair" => new EpairCloner(vnet),
            "tun" => new SimpleCloner(vnet, kind, static name => TapDriver.NewTunnel(name)),
            _ => new SimpleCloner(vnet, kind, name => TapDriver.NewTap(name, machine.NewLinkAddress())),
        };
    }
}
