using System.Buffers.Binary;
using System.Globalization;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Drivers;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Cloners;

/// <summary>Makes vlans: <c>vlan3</c>, with or without a parent in the request, or <c>em0.12</c>, which says it all.</summary>
internal sealed class VlanCloner(Vnet vnet) : InterfaceCloner(vnet, "vlan")
{
    private const int NoUnit = -1;
    private const ushort Ethernet8021Q = 0x8100;

    public override bool Matches(string name) => base.Matches(name) || Divide(Vnet, name) is not null;

    public override NetworkInterface Create(Vnet where, string name, CloneParameters? parameters)
    {
        KernelError.Unless(where.Find(name) is null, ErrorCode.EEXIST);
        NetworkInterface? parent = null;
        int tag = 0;
        ushort protocol = Ethernet8021Q;
        if (parameters is not null)
        {
            ReadOnlySpan<byte> request = parameters.Read(VlanreqLayout.Size);
            parent = where.Find(InterfaceName.Read(request[VlanreqLayout.Parent..])) ?? throw new KernelError(ErrorCode.ENXIO);
            tag = BinaryPrimitives.ReadUInt16LittleEndian(request[VlanreqLayout.Tag..]);
            protocol = BinaryPrimitives.ReadUInt16LittleEndian(request[VlanreqLayout.Protocol..]) is > 0 and ushort asked ? asked : protocol;
        }

        int unit = NoUnit;
        if (Divide(where, name) is { } divided)
        {
            KernelError.Unless(parent is null || parent == divided.Parent, ErrorCode.EINVAL);
            (parent, tag) = (divided.Parent, parent is null ? divided.Tag : tag);
        }
        else
        {
            (unit, name) = Take(where, name);
        }

        return Make(where, name, unit, parent, tag, protocol);
    }

    private NetworkInterface Make(Vnet where, string name, int unit, NetworkInterface? parent, int tag, ushort protocol)
    {
        var driver = new VlanDriver(name, where.Machine.Is15);
        where.Add(driver.Interface);
        if (parent is not null)
        {
            try
            {
                driver.Configure(parent, tag, protocol);
            }
            catch (KernelError)
            {
                where.Remove(driver.Interface);
                GiveBack(unit);
                throw;
            }
        }

        Keep(driver.Interface, unit);
        return driver.Interface;
    }

    // "em0.12" is tag 12 of em0, if there is an em0.
    private static (NetworkInterface Parent, int Tag)? Divide(Vnet where, string name)
    {
        int dot = name.LastIndexOf('.');
        return dot > 0 && where.Find(name[..dot]) is { } parent
            && int.TryParse(name.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int tag)
            && tag is >= 0 and < 4096
            ? (parent, tag)
            : null;
    }
}
