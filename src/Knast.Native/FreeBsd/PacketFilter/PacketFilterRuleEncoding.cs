using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.Interfaces;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Rules as struct pf_rule holds them (netpfil/pf/pf.h), and as the kernel tells them in lists of names and values.</summary>
public static class PacketFilterRuleEncoding
{
    /// <summary>The bytes of a rule.</summary>
    public static int Length => PfRuleLayout.Size;

    /// <summary>Writes a rule. Its pool's addresses, the anchor that it calls and what the kernel counts are no part of the structure.</summary>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentException">A name is too long.</exception>
    public static void Encode(Span<byte> destination, PacketFilterRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        Span<byte> bytes = destination[..Length];
        bytes.Clear();
        PacketFilterAddressEncoding.Write(bytes[PfRuleLayout.Source..], rule.Source);
        PacketFilterAddressEncoding.Write(bytes[PfRuleLayout.Destination..], rule.Destination);
        WriteNames(bytes, rule);
        WriteSwitches(bytes, rule);
        bytes[PfRuleLayout.Action] = (byte)rule.Action;
        bytes[PfRuleLayout.Direction] = (byte)rule.Direction;
        bytes[PfRuleLayout.Log] = (byte)rule.Log;
        bytes[PfRuleLayout.KeepState] = (byte)rule.State;
        bytes[PfRuleLayout.AddressFamily] = (byte)rule.Family;
        bytes[PfRuleLayout.Protocol] = (byte)rule.Protocol;
        bytes[PfRuleLayout.IcmpType] = (byte)(rule.IcmpType + 1 ?? 0);
        bytes[PfRuleLayout.IcmpCode] = (byte)(rule.IcmpCode + 1 ?? 0);
        bytes[PfRuleLayout.TcpFlags] = (byte)rule.TcpFlags;
        bytes[PfRuleLayout.TcpFlagsMask] = (byte)rule.TcpFlagsMask;
        bytes[PfRuleLayout.PoolOptions] = (byte)((int)rule.Pool.Type | (rule.Pool.IsSticky ? PacketFilterPoolOptions.Sticky : 0));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[PfRuleLayout.PoolProxyPorts..], rule.Pool.Ports.Low);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[(PfRuleLayout.PoolProxyPorts + sizeof(ushort))..], rule.Pool.Ports.High);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[PfRuleLayout.RouteTable..], rule.RouteTable);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[PfRuleLayout.Number..], rule.Number);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes[PfRuleLayout.RuleFlags..], (uint)rule.Flags);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[PfRuleLayout.ReturnIcmp..], rule.ReturnIcmp);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[PfRuleLayout.ReturnIcmp6..], rule.ReturnIcmp6);
    }

    /// <summary>Reads a rule.</summary>
    /// <param name="source">At least <see cref="Length"/> bytes.</param>
    /// <param name="anchorCall">The anchor that it calls, which stands beside the structure.</param>
    /// <exception cref="InvalidDataException">It has too few bytes, an address of an unknown kind, or a name that cannot be.</exception>
    public static PacketFilterRule Decode(ReadOnlySpan<byte> source, string anchorCall = "")
    {
        if (source.Length < Length)
        {
            throw new InvalidDataException($"A rule has {source.Length} bytes instead of {Length}.");
        }

        ReadOnlySpan<byte> bytes = source[..Length];
        var family = (InternetFamily)bytes[PfRuleLayout.AddressFamily];
        InternetFamily known = family is InternetFamily.IPv4 or InternetFamily.IPv6 ? family : InternetFamily.Unspecified;
        return new PacketFilterRule
        {
            Action = (PacketFilterAction)bytes[PfRuleLayout.Action],
            Direction = (PacketFilterDirection)bytes[PfRuleLayout.Direction],
            IsQuick = bytes[PfRuleLayout.Quick] != 0,
            Log = (PacketFilterLogging)bytes[PfRuleLayout.Log],
            Interface = InterfaceName.Read(bytes[PfRuleLayout.Interface..]),
            IsInterfaceNegated = bytes[PfRuleLayout.InterfaceNegated] != 0,
            Family = family,
            Protocol = (InternetProtocol)bytes[PfRuleLayout.Protocol],
            Source = PacketFilterAddressEncoding.ReadEndpoint(bytes[PfRuleLayout.Source..], known),
            Destination = PacketFilterAddressEncoding.ReadEndpoint(bytes[PfRuleLayout.Destination..], known),
            TcpFlags = (TcpFlags)bytes[PfRuleLayout.TcpFlags],
            TcpFlagsMask = (TcpFlags)bytes[PfRuleLayout.TcpFlagsMask],
            IcmpType = LessOne(bytes[PfRuleLayout.IcmpType]),
            IcmpCode = LessOne(bytes[PfRuleLayout.IcmpCode]),
            State = (PacketFilterStateTracking)bytes[PfRuleLayout.KeepState],
            Flags = (PacketFilterRuleFlags)BinaryPrimitives.ReadUInt32LittleEndian(bytes[PfRuleLayout.RuleFlags..]),
            ReturnIcmp = BinaryPrimitives.ReadUInt16LittleEndian(bytes[PfRuleLayout.ReturnIcmp..]),
            ReturnIcmp6 = BinaryPrimitives.ReadUInt16LittleEndian(bytes[PfRuleLayout.ReturnIcmp6..]),
            AllowsOptions = bytes[PfRuleLayout.AllowOptions] != 0,
            PassesTranslated = bytes[PfRuleLayout.NatPass] != 0,
            Label = FixedText.Read(bytes.Slice(PfRuleLayout.Label, PacketFilterNames.LabelSize)),
            Tag = FixedText.Read(bytes.Slice(PfRuleLayout.Tag, PacketFilterNames.TagSize)),
            MatchTag = FixedText.Read(bytes.Slice(PfRuleLayout.MatchTag, PacketFilterNames.TagSize)),
            IsMatchTagNegated = bytes[PfRuleLayout.MatchTagNegated] != 0,
            RouteTable = BinaryPrimitives.ReadInt32LittleEndian(bytes[PfRuleLayout.RouteTable..]),
            Pool = ReadPool(bytes),
            AnchorCall = anchorCall,
            Number = BinaryPrimitives.ReadInt32LittleEndian(bytes[PfRuleLayout.Number..]),
            Counters = ReadCounters(bytes),
        };
    }

    /// <summary>Reads the answer of DIOCGETRULENV.</summary>
    /// <param name="answer">The list.</param>
    /// <exception cref="InvalidDataException">It holds no rule, or one that cannot be.</exception>
    public static PacketFilterRule Decode(NameValueList answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        NameValueList rule = answer.List("rule") ?? throw new InvalidDataException("The kernel's answer holds no rule.");
        Span<byte> bytes = stackalloc byte[Length];
        bytes.Clear();
        PacketFilterRuleFields.Read(rule, bytes);
        return Decode(bytes, answer.Text("anchor_call"));
    }

    /// <summary>Tells a rule as DIOCGETRULENV does.</summary>
    /// <param name="rule">The structure, <see cref="Length"/> bytes.</param>
    /// <returns>The list, but for what this module has no structure for: <c>skip</c>, <c>ridentifier</c>, and the numbers of dummynet(4) pipes.</returns>
    public static NameValueList ToNameValues(ReadOnlySpan<byte> rule) => PacketFilterRuleFields.Write(rule[..Length]);

    /// <summary>Writes a rule that is told as DIOCADDRULENV takes it into the structure.</summary>
    /// <param name="rule">The list.</param>
    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <exception cref="InvalidDataException">A value does not fit its field.</exception>
    public static void FromNameValues(NameValueList rule, Span<byte> destination)
    {
        ArgumentNullException.ThrowIfNull(rule);
        destination[..Length].Clear();
        PacketFilterRuleFields.Read(rule, destination[..Length]);
    }

    private static void WriteNames(Span<byte> bytes, PacketFilterRule rule)
    {
        FixedText.Write(bytes.Slice(PfRuleLayout.Interface, InterfaceName.FieldSize), rule.Interface, "The interface name");
        FixedText.Write(bytes.Slice(PfRuleLayout.Label, PacketFilterNames.LabelSize), rule.Label, "The label");
        FixedText.Write(bytes.Slice(PfRuleLayout.Tag, PacketFilterNames.TagSize), rule.Tag, "The tag");
        FixedText.Write(bytes.Slice(PfRuleLayout.MatchTag, PacketFilterNames.TagSize), rule.MatchTag, "The tag");
    }

    private static void WriteSwitches(Span<byte> bytes, PacketFilterRule rule)
    {
        Set(bytes, PfRuleLayout.Quick, rule.IsQuick);
        Set(bytes, PfRuleLayout.InterfaceNegated, rule.IsInterfaceNegated);
        Set(bytes, PfRuleLayout.MatchTagNegated, rule.IsMatchTagNegated);
        Set(bytes, PfRuleLayout.NatPass, rule.PassesTranslated);
        Set(bytes, PfRuleLayout.AllowOptions, rule.AllowsOptions);
    }

    private static void Set(Span<byte> bytes, int offset, bool value) => bytes[offset] = value ? (byte)1 : (byte)0;

    private static byte? LessOne(byte value) => value == 0 ? null : (byte)(value - 1);

    private static PacketFilterPool ReadPool(ReadOnlySpan<byte> bytes) => new()
    {
        Type = (PacketFilterPoolType)(bytes[PfRuleLayout.PoolOptions] & PacketFilterPoolOptions.TypeMask),
        IsSticky = (bytes[PfRuleLayout.PoolOptions] & PacketFilterPoolOptions.Sticky) != 0,
        Ports = (BinaryPrimitives.ReadUInt16LittleEndian(bytes[PfRuleLayout.PoolProxyPorts..]),
            BinaryPrimitives.ReadUInt16LittleEndian(bytes[(PfRuleLayout.PoolProxyPorts + sizeof(ushort))..])),
    };

    private static PacketFilterRuleCounters ReadCounters(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[PfRuleLayout.Evaluations..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[PfRuleLayout.Packets..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[(PfRuleLayout.Packets + sizeof(ulong))..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[PfRuleLayout.Bytes..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[(PfRuleLayout.Bytes + sizeof(ulong))..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[PfRuleLayout.StatesCurrent..]));
}
