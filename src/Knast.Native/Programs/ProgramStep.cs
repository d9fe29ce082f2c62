namespace Knast.Native.Programs;

/// <summary>A record of a program, for people.</summary>
/// <param name="Name">What it does: the name of the call, or of the kind of record.</param>
/// <param name="Subject">What it acts on.</param>
/// <param name="Line">The whole record in words.</param>
public sealed record ProgramStep(string Name, string Subject, string Line);
