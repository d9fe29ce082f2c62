namespace Knast.Native.Programs;

/// <summary>What a record of a program does: the closed list (<c>enum record_kind</c> of launcher/program.h).</summary>
public enum RecordKind
{
    /// <summary>Makes a system call.</summary>
    Call = 1,

    /// <summary>Stores a value in a register.</summary>
    Store,

    /// <summary>Writes a value into the program's data.</summary>
    Patch,

    /// <summary>Starts a child that plays another part of the program.</summary>
    Fork,

    /// <summary>Tells the starter a value, and hands over a descriptor.</summary>
    Report,

    /// <summary>Waits for the starter's go-ahead.</summary>
    Await,

    /// <summary>Ends the process.</summary>
    Exit,

    /// <summary>Becomes the monitor of a child.</summary>
    Monitor,
}
