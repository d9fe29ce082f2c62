using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>Writes down what a program says.</summary>
internal sealed class RecordedLaunch(IKernel kernel, IProgramLaunch launch, AnswerFiles files) : IProgramLaunch
{
    /// <inheritdoc/>
    public int ProcessId => launch.ProcessId;

    /// <inheritdoc/>
    public ProgramReport? Receive(CancellationToken cancellation)
    {
        ProgramReport? report;
        try
        {
            report = launch.Receive(cancellation);
        }
        catch (NativeException exception)
        {
            files.Write(json =>
            {
                json.WriteNumber("failed", ProcessId);
                json.WriteString("call", exception.Call);
                json.WriteString("subject", exception.Subject);
                json.WriteString("errno", exception.Code.ToString());
            });
            throw;
        }

        if (report?.Descriptor is KernelDescriptor descriptor)
        {
            report = report with { Descriptor = new KernelDescriptor(kernel, descriptor.Number) };
            descriptor.SetHandleAsInvalid();
        }

        files.Write(json =>
        {
            json.WriteNumber(report is null ? "ended" : "reported", ProcessId);
            if (report is not null)
            {
                json.WriteNumber("tag", report.Tag);
                json.WriteNumber("value", report.Value);
            }

            if (report?.Descriptor is KernelDescriptor handedOver)
            {
                json.WriteNumber("descriptor", handedOver.Number);
            }
        });
        return report;
    }

    /// <inheritdoc/>
    public void Proceed()
    {
        launch.Proceed();
        files.Write(json => json.WriteNumber("proceeded", ProcessId));
    }

    /// <inheritdoc/>
    public void Dispose() => launch.Dispose();
}
