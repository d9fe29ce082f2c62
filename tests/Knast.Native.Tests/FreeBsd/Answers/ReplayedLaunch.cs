using System.Text.Json;
using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>Says again what a program said on a real kernel.</summary>
internal sealed class ReplayedLaunch(RecordedKernel kernel, int pid) : IProgramLaunch
{
    /// <inheritdoc/>
    public int ProcessId => pid;

    /// <inheritdoc/>
    public ProgramReport? Receive(CancellationToken cancellation)
    {
        JsonElement line = kernel.Next($"process {pid}", "reported", "ended", "failed");
        if (line.TryGetProperty("failed", out _))
        {
            ErrorCode code = Enum.Parse<ErrorCode>(line.GetProperty("errno").GetString()!);
            throw new NativeException(
                KernelSystem.FreeBsd,
                ErrorCodes.ToErrno(KernelSystem.FreeBsd, code),
                line.GetProperty("call").GetString()!,
                line.GetProperty("subject").GetString()!);
        }

        return line.TryGetProperty("ended", out _)
            ? null
            : new ProgramReport(
                line.GetProperty("tag").GetInt32(),
                line.GetProperty("value").GetInt64(),
                line.TryGetProperty("descriptor", out JsonElement descriptor) ? new KernelDescriptor(kernel, descriptor.GetInt32()) : null);
    }

    /// <inheritdoc/>
    public void Proceed() => kernel.Next($"the go-ahead of process {pid}", "proceeded");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
