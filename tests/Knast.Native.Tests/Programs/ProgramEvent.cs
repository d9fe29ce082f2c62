using Knast.Native.Kernel;

namespace Knast.Native.Tests.Programs;

/// <summary>What happens between a program and its starter, in order.</summary>
public abstract record ProgramEvent
{
    /// <summary>The program reports; a null value may be any.</summary>
    public sealed record Report(int Tag, long? Value = null, bool HasDescriptor = false) : ProgramEvent;

    /// <summary>The starter gives the go-ahead.</summary>
    public sealed record GoAhead : ProgramEvent;

    /// <summary>A record fails.</summary>
    public sealed record Failure(string Call, string Subject, ErrorCode Code) : ProgramEvent;

    /// <summary>The report socket ends.</summary>
    public sealed record End : ProgramEvent;
}
