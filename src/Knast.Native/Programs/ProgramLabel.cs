namespace Knast.Native.Programs;

/// <summary>A place further on in the same sequence of a program. Programs only go forward, so they end.</summary>
public sealed class ProgramLabel
{
    /// <summary>The sequence it was marked in; null before.</summary>
    internal ProgramBuilder? Owner { get; set; }

    /// <summary>The record it stands before, counted within the sequence.</summary>
    internal int Position { get; set; }
}
