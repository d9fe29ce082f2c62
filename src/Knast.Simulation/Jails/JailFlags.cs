namespace Knast.Simulation.Jails;

/// <summary>Flags of jail_set(2) and jail_get(2) (sys/jail.h).</summary>
[Flags]
internal enum JailFlags
{
    None = 0,
    Create = 1,
    Update = 2,
    Attach = 4,
    Dying = 8,
    UseDescriptor = 0x10,
    AtDescriptor = 0x20,
    GetDescriptor = 0x40,
    OwnDescriptor = 0x80,
}
