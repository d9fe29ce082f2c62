namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Flags of a TCP segment (RFC 9293, 3.1).</summary>
[Flags]
public enum TcpFlags : byte
{
    /// <summary>No flag.</summary>
    None = 0,

    /// <summary>FIN: no more from the sender.</summary>
    Finish = 1,

    /// <summary>SYN: begins a connection.</summary>
    Synchronize = 2,

    /// <summary>RST: breaks it off.</summary>
    Reset = 4,

    /// <summary>PSH.</summary>
    Push = 8,

    /// <summary>ACK.</summary>
    Acknowledge = 0x10,

    /// <summary>URG.</summary>
    Urgent = 0x20,

    /// <summary>ECE.</summary>
    CongestionEcho = 0x40,

    /// <summary>CWR.</summary>
    CongestionWindowReduced = 0x80,
}
