namespace Knast.Native.Programs;

/// <summary>A program for the launcher.</summary>
public sealed class LaunchProgram
{
    /// <summary>The program in words, a line a record.</summary>
    public IReadOnlyList<string> Lines { get; } = [];
}
