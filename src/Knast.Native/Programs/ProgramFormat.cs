namespace Knast.Native.Programs;

/// <summary>Sizes and limits of a program's image; launcher/program.h has the same, docs/programs.md explains them.</summary>
internal static class ProgramFormat
{
    /// <summary>"KNPG", little endian.</summary>
    public const uint Magic = 0x47504e4b;

    /// <summary>The version of the format.</summary>
    public const ushort Version = 1;

    /// <summary>Bytes of the header.</summary>
    public const int HeaderSize = 64;

    /// <summary>Bytes of a record.</summary>
    public const int RecordSize = 88;

    /// <summary>Bytes of an entry of the relocation and on-errno tables.</summary>
    public const int EntrySize = 8;

    /// <summary>Bytes of a frame on the report socket.</summary>
    public const int FrameSize = 16;

    /// <summary>What the data's offset is a multiple of.</summary>
    public const int DataAlignment = 16;

    /// <summary>The most bytes of an image.</summary>
    public const int LargestProgram = 16 << 20;

    /// <summary>The most records.</summary>
    public const int MaximumRecords = 65535;

    /// <summary>The most registers.</summary>
    public const int MaximumRegisters = 64;

    /// <summary>The most operands of a record.</summary>
    public const int MaximumOperands = 8;

    /// <summary>Stands for "no register".</summary>
    public const ushort NoRegister = 0xffff;

    /// <summary>The report socket in the launcher.</summary>
    public const int ReportDescriptor = 3;

    /// <summary>The program in the launcher.</summary>
    public const int ProgramDescriptor = 4;
}
