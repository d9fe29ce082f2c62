using System.Globalization;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Which ports a rule is about.</summary>
/// <param name="Operator">How they are compared.</param>
/// <param name="First">The port, or the first of two.</param>
/// <param name="Second">The second of two.</param>
public readonly record struct PacketFilterPorts(PacketFilterPortOperator Operator, ushort First, ushort Second)
{
    /// <summary>Every port.</summary>
    public static PacketFilterPorts Any { get; }

    /// <summary>One port.</summary>
    /// <param name="port">The port.</param>
    public static PacketFilterPorts Single(ushort port) => new(PacketFilterPortOperator.Equal, port, 0);

    /// <summary>Ports from one to another, both included.</summary>
    /// <param name="first">The first.</param>
    /// <param name="last">The last.</param>
    public static PacketFilterPorts Range(ushort first, ushort last) => new(PacketFilterPortOperator.Range, first, last);

    /// <inheritdoc/>
    public override string ToString() => Operator switch
    {
        PacketFilterPortOperator.Any => "",
        PacketFilterPortOperator.Equal => First.ToString(CultureInfo.InvariantCulture),
        PacketFilterPortOperator.NotEqual => $"!= {First}",
        PacketFilterPortOperator.Less => $"< {First}",
        PacketFilterPortOperator.LessOrEqual => $"<= {First}",
        PacketFilterPortOperator.Greater => $"> {First}",
        PacketFilterPortOperator.GreaterOrEqual => $">= {First}",
        PacketFilterPortOperator.Inside => $"{First} >< {Second}",
        PacketFilterPortOperator.Outside => $"{First} <> {Second}",
        _ => $"{First}:{Second}",
    };
}
