namespace Knast.Simulation.Jails;

/// <summary>What a jail does with something that the machine has (sys/jail.h, JAIL_SYS_*).</summary>
internal enum JailSystem
{
    Disable = 0,
    New = 1,
    Inherit = 2,
}
