namespace Knast.Native.Programs;

/// <summary>What a frame on the report socket says (<c>enum frame_kind</c> of launcher/program.h).</summary>
internal enum FrameKind
{
    /// <summary>A report: tag and value.</summary>
    Report = 1,

    /// <summary>A record failed: index and error number.</summary>
    Failure,

    /// <summary>The image was refused: reason, and the record or relocation it is about.</summary>
    Refusal,
}
