namespace Knast.Native.Programs;

/// <summary>A record of a program failed.</summary>
/// <param name="Record">The record's index, as in <see cref="LaunchProgram.Steps"/>.</param>
/// <param name="Errno">The kernel's error number.</param>
public readonly record struct ProgramFailure(int Record, int Errno)
{
    /// <summary>Reads a failure that a program left in a file, after it had put the file in the place of its report socket.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>Null when nothing failed: the file is empty.</returns>
    /// <exception cref="InvalidDataException">The file holds something else.</exception>
    public static ProgramFailure? Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return null;
        }

        ProgramFrame frame = ProgramFrame.Read(bytes);
        return frame.Kind == FrameKind.Failure
            ? new ProgramFailure((int)frame.Tag, (int)frame.Value)
            : throw new InvalidDataException($"A frame of kind {frame.Kind} is not the failure of a program.");
    }
}
