namespace Knast.Simulation.Sockets;

/// <summary>Flags of messages (sys/socket.h).</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,
    OutOfBand = 1,
    Peek = 2,
    DontRoute = 4,
    EndOfRecord = 8,
    Truncated = 0x10,
    ControlTruncated = 0x20,
    WaitAll = 0x40,
    DontWait = 0x80,
    NoSignal = 0x20000,
    CloseOnExec = 0x40000,
}
