namespace Knast.Simulation.Network.Settings;

/// <summary>The switches of one vnet that the simulation obeys, or keeps for whoever asks (sysctls below net.).</summary>
internal sealed class VnetSettings
{
    private readonly Dictionary<string, int> _values = [];

    /// <summary>net.link.bridge.member_ifaddrs, of 15: members of a bridge may have addresses.</summary>
    public bool BridgeMembersMayHaveAddresses => this["net.link.bridge.member_ifaddrs"] != 0;

    /// <summary>net.link.bridge.inherit_mac: a bridge takes the address of its first member.</summary>
    public bool BridgesInheritAddresses => this["net.link.bridge.inherit_mac"] != 0;

    /// <summary>net.route.multipath: several gateways for one destination.</summary>
    public bool HasMultipath => this["net.route.multipath"] != 0;

    /// <summary>The value of a switch of <see cref="NetworkSwitch.All"/>.</summary>
    public int this[string name]
    {
        get => _values.TryGetValue(name, out int value) ? value : NetworkSwitch.All[name].Initial;
        set => _values[name] = value;
    }
}
