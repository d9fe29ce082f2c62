namespace Knast.Native.Programs;

/// <summary>Why the player refuses an image (<c>enum refusal</c> of launcher/program.h).</summary>
internal enum ProgramRefusal
{
    /// <summary>Too small, too large, or it could not be read.</summary>
    Size = 1,

    /// <summary>It does not begin with the magic number.</summary>
    Magic,

    /// <summary>Another version of the format.</summary>
    Version,

    /// <summary>Made for another system or architecture.</summary>
    Target,

    /// <summary>Counts and sizes do not add up, or are beyond the limits.</summary>
    Layout,

    /// <summary>A record of no known kind.</summary>
    Kind,

    /// <summary>An operand of no known kind, beyond the data or the registers, or a wrong count of them.</summary>
    Operand,

    /// <summary>A result register that is not there.</summary>
    Register,

    /// <summary>An on-errno entry that is not there or leads beyond the end.</summary>
    OnErrno,

    /// <summary>A patch beyond the data, or of a wrong size.</summary>
    Patch,

    /// <summary>A fork that goes back, or with flags that are not let through.</summary>
    Fork,

    /// <summary>A pointer beyond the data.</summary>
    Relocation,
}
