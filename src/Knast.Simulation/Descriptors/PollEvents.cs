namespace Knast.Simulation.Descriptors;

/// <summary>Events of poll(2) (sys/poll.h).</summary>
[Flags]
internal enum PollEvents
{
    None = 0,
    In = 1,
    Priority = 2,
    Out = 4,
    Error = 8,
    HangUp = 0x10,
    Invalid = 0x20,
    ReadNormal = 0x40,
}
