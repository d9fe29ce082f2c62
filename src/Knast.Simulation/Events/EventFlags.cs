namespace Knast.Simulation.Events;

/// <summary>Flags of struct kevent (sys/event.h).</summary>
[Flags]
internal enum EventFlags : ushort
{
    None = 0,
    Add = 1,
    Delete = 2,
    Enable = 4,
    Disable = 8,
    OneShot = 0x10,
    Clear = 0x20,
    Receipt = 0x40,
    Dispatch = 0x80,
    KeepUserData = 0x200,
    Error = 0x4000,
    EndOfFile = 0x8000,
}
