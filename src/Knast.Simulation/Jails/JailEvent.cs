namespace Knast.Simulation.Jails;

/// <summary>Something that happened to a jail, for kqueue(2) (NOTE_JAIL_*).</summary>
/// <param name="Note">The note.</param>
/// <param name="Data">The process or jail that it is about, or 0.</param>
internal readonly record struct JailEvent(uint Note, int Data)
{
    public const uint Set = 0x40000000;
    public const uint Child = 0x80000000;
    public const uint Attach = 0x20000000;
    public const uint Remove = 0x10000000;
    public const uint Several = 0x08000000;
}
