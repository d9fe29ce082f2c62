using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>What a program does instead of failing when a record gives a certain error, or where it goes on when there is none.</summary>
public readonly record struct OnErrno
{
    private OnErrno(ErrorCode error, ProgramLabel? label)
    {
        Error = error;
        Label = label;
    }

    /// <summary>The error; <see cref="ErrorCode.None"/> stands for success.</summary>
    public ErrorCode Error { get; }

    /// <summary>Where the program goes on; null for the next record.</summary>
    public ProgramLabel? Label { get; }

    /// <summary>The error is as good as success. The result register then holds the error number, negative.</summary>
    /// <param name="error">The error; one that the target does not know is left out.</param>
    public static OnErrno Continue(ErrorCode error) => new(error, null);

    /// <summary>The program goes on somewhere else.</summary>
    /// <param name="error">The error; one that the target does not know is left out.</param>
    /// <param name="label">Where, further on.</param>
    public static OnErrno GoTo(ErrorCode error, ProgramLabel label) => new(error, label);

    /// <summary>After success the program goes on somewhere else.</summary>
    /// <param name="label">Where, further on.</param>
    public static OnErrno Success(ProgramLabel label) => new(ErrorCode.None, label);
}
