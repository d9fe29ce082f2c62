using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>One end of a rule as a list of names and values (pf_rule_addr_to_nvrule_addr and back).</summary>
internal static class EndNameValues
{
    /// <summary>Tells an end.</summary>
    public static NameValueList Write(RuleEnd end)
    {
        var list = new NameValueList { { "addr", WriteWrap(end.Address) } };
        new NameValueField("port", PfRuleAddrLayout.Ports, 2, NameValueFieldKind.Numbers, 2).Write(end.Bytes, list);
        new NameValueField("neg", PfRuleAddrLayout.Negated, 1).Write(end.Bytes, list);
        new NameValueField("port_op", PfRuleAddrLayout.PortOperator, 1).Write(end.Bytes, list);
        return list;
    }

    /// <summary>Tells an address.</summary>
    public static NameValueList WriteAddress(ReadOnlySpan<byte> address) => new() { { "addr", address[..PfAddrLayout.Size].ToArray() } };

    /// <summary>Reads an end that somebody asks about.</summary>
    /// <exception cref="KernelError">EINVAL: something is missing, or does not fit.</exception>
    public static RuleEnd Read(NameValueList? list)
    {
        NameValueList? wrap = list?.List("addr");
        KernelError.Unless(wrap is not null, ErrorCode.EINVAL);
        Span<byte> bytes = stackalloc byte[PfRuleAddrLayout.Size];
        bytes.Clear();
        bytes[PfAddrWrapLayout.Type] = Byte(wrap, "type");
        bytes[PfAddrWrapLayout.InterfaceFlags] = Byte(wrap, "iflags");
        RequireName(wrap!, (PacketFilterAddressKind)bytes[PfAddrWrapLayout.Type]);
        CopyAddress(wrap!.List("addr"), bytes[PfAddrWrapLayout.Address..]);
        CopyAddress(wrap.List("mask"), bytes[PfAddrWrapLayout.Mask..]);
        IReadOnlyList<ulong> ports = list!.Numbers("port");
        KernelError.Unless(ports.Count == 2 && ports[0] <= ushort.MaxValue && ports[1] <= ushort.MaxValue, ErrorCode.EINVAL);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[PfRuleAddrLayout.Ports..], (ushort)ports[0]);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[(PfRuleAddrLayout.Ports + sizeof(ushort))..], (ushort)ports[1]);
        bytes[PfRuleAddrLayout.Negated] = Byte(list, "neg");
        bytes[PfRuleAddrLayout.PortOperator] = Byte(list, "port_op");
        return new RuleEnd(bytes);
    }

    private static NameValueList WriteWrap(FilterAddress address)
    {
        ReadOnlySpan<byte> wrap = address.Bytes;
        var list = new NameValueList { { "type", (ulong)address.Kind }, { "iflags", (ulong)wrap[PfAddrWrapLayout.InterfaceFlags] } };
        switch (address.Kind)
        {
            case PacketFilterAddressKind.Interface:
                list.Add("ifname", FixedText.Read(wrap.Slice(PfAddrWrapLayout.Interface, InterfaceName.FieldSize)));
                list.Add("dyncnt", (ulong)address.Count);
                break;
            case PacketFilterAddressKind.Table:
                list.Add("tblname", FixedText.Read(wrap.Slice(PfAddrWrapLayout.Table, PacketFilterNames.TableSize)));
                list.Add("tblcnt", (ulong)address.CountInRule);
                break;
        }

        list.Add("addr", WriteAddress(wrap[PfAddrWrapLayout.Address..]));
        list.Add("mask", WriteAddress(wrap[PfAddrWrapLayout.Mask..]));
        return list;
    }

    // The name is wanted, though the address and the mask take its place then.
    private static void RequireName(NameValueList wrap, PacketFilterAddressKind kind)
    {
        bool isNamed = kind switch
        {
            PacketFilterAddressKind.Interface => wrap.TryGet("ifname", out string? name) && name.Length < InterfaceName.FieldSize,
            PacketFilterAddressKind.Table => wrap.TryGet("tblname", out string? table) && table.Length < PacketFilterNames.TableSize,
            _ => kind <= PacketFilterAddressKind.Range,
        };
        KernelError.Unless(isNamed, ErrorCode.EINVAL);
    }

    private static byte Byte(NameValueList? list, string name) =>
        list is not null && list.TryGet(name, out ulong value) && value <= byte.MaxValue ? (byte)value : throw new KernelError(ErrorCode.EINVAL);

    private static void CopyAddress(NameValueList? list, Span<byte> to)
    {
        KernelError.Unless(list is not null && list.TryGet("addr", out byte[]? bytes) && bytes.Length == PfAddrLayout.Size, ErrorCode.EINVAL);
        list!.TryGet("addr", out byte[]? address);
        address.CopyTo(to);
    }
}
