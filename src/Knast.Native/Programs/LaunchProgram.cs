using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>A program for the launcher: an image that the player plays, and the same in words.</summary>
public sealed class LaunchProgram
{
    private readonly byte[] _image;

    internal LaunchProgram(KernelTarget target, byte[] image, IReadOnlyList<ProgramStep> steps, bool firstProcessStays)
    {
        Target = target;
        _image = image;
        Steps = steps;
        FirstProcessStays = firstProcessStays;
        Lines = [.. steps.Select(static step => step.Line)];
    }

    /// <summary>The kernel that is to play it.</summary>
    public KernelTarget Target { get; }

    /// <summary>The image (docs/programs.md). Composing the same program gives the same bytes.</summary>
    public ReadOnlyMemory<byte> Image => _image;

    /// <summary>The records in order, for people.</summary>
    public IReadOnlyList<ProgramStep> Steps { get; }

    /// <summary>The program in words, a line a record; stable from run to run.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>Whether the first process goes on when the launch is disposed.</summary>
    public bool FirstProcessStays { get; }

    /// <summary>Says in words what failed.</summary>
    /// <param name="failure">What the player reported.</param>
    public NativeException Describe(ProgramFailure failure)
    {
        ProgramStep step = failure.Record >= 0 && failure.Record < Steps.Count
            ? Steps[failure.Record]
            : new ProgramStep("program", $"record {failure.Record}", "");
        return new NativeException(Target.System, failure.Errno, step.Name, step.Subject);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Lines);
}
