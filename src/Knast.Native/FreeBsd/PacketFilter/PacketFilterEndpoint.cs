namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>One end of the packets that a rule is about.</summary>
/// <param name="Address">The address.</param>
/// <param name="Ports">The ports.</param>
/// <param name="IsNegated">Whether every other address is meant.</param>
public sealed record PacketFilterEndpoint(PacketFilterAddress Address, PacketFilterPorts Ports = default, bool IsNegated = false)
{
    /// <summary>Every address and port.</summary>
    public static PacketFilterEndpoint Any { get; } = new(PacketFilterAddress.Any);

    /// <inheritdoc/>
    public override string ToString() =>
        (IsNegated ? "! " : "") + Address + (Ports.Operator == PacketFilterPortOperator.Any ? "" : $" port {Ports}");
}
