using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>Passes everything on to a kernel and writes down what was asked and answered, a file for each test class (tests/data/answers/README.md).</summary>
internal sealed class AnswerRecorder : IKernel
{
    private readonly IKernel _kernel;
    private readonly AnswerFiles _files;

    public AnswerRecorder(IKernel kernel, string directory)
    {
        _kernel = kernel;
        _files = new AnswerFiles(directory, kernel.Target);
    }

    /// <inheritdoc/>
    public KernelTarget Target => _kernel.Target;

    /// <inheritdoc/>
    public SystemCallResult Invoke(SystemCall call)
    {
        byte[][] before = AnswerText.CopyBlocks(call);
        SystemCallResult result = _kernel.Invoke(call);
        _files.Write(json => AnswerText.WriteCall(json, Target.System, call, before, result));
        return result;
    }

    /// <inheritdoc/>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        IProgramLaunch launch = _kernel.Launch(program, descriptors);
        _files.Write(json =>
        {
            AnswerText.WriteProgram(json, program, descriptors);
            json.WriteNumber("pid", launch.ProcessId);
        });
        return new RecordedLaunch(this, launch, _files);
    }
}
