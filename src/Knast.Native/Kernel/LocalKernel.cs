using System.Buffers.Binary;

namespace Knast.Native.Kernel;

/// <summary>Opens this machine's kernel, traced when <c>KNAST_TRACE</c> names a file.</summary>
public static class LocalKernel
{
    /// <summary>The environment variable that names the trace file.</summary>
    public const string TraceVariable = "KNAST_TRACE";

    private const int FreeBsdSysctl = 202;
    private const int CtlKern = 1;
    private const int KernOsreldate = 24;

    /// <summary>Opens this machine's kernel.</summary>
    /// <exception cref="PlatformNotSupportedException">Neither FreeBSD nor Linux, or neither amd64 nor arm64.</exception>
    public static IKernel Open() => Traced(OpenUntraced());

    /// <summary>Puts the trace that the environment asks for before a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <returns>The same kernel where no trace is asked for.</returns>
    public static IKernel Traced(IKernel kernel) =>
        Environment.GetEnvironmentVariable(TraceVariable) is { Length: > 0 } path
            ? new TracingKernel(kernel, TraceWriter.Open(path))
            : kernel;

    /// <summary>Opens this machine's kernel without a trace, whatever the environment asks for.</summary>
    public static LibcKernel OpenUntraced()
    {
        KernelArchitecture architecture = KernelTarget.LocalArchitecture;
        if (OperatingSystem.IsLinux())
        {
            Version version = Environment.OSVersion.Version;
            return new LibcKernel(new KernelTarget(KernelSystem.Linux, architecture, (version.Major * 1000) + version.Minor));
        }

        if (OperatingSystem.IsFreeBSD())
        {
            var unknown = new LibcKernel(new KernelTarget(KernelSystem.FreeBsd, architecture, 0));
            return new LibcKernel(unknown.Target with { Version = ReadOsreldate(unknown) });
        }

        throw new PlatformNotSupportedException("Knast runs containers on FreeBSD and on Linux only.");
    }

    private static int ReadOsreldate(LibcKernel kernel)
    {
        using SystemCall call = SystemCall.Rent(FreeBsdSysctl, "__sysctl");
        call.Subject = "kern.osreldate";
        BlockReference name = call.AddBlock(8, BlockDirection.In);
        call.Write(name, 0, 4, CtlKern);
        call.Write(name, 4, 4, KernOsreldate);
        BlockReference value = call.AddBlock(4, BlockDirection.Out);
        BlockReference length = call.AddBlock(8, BlockDirection.InOut);
        call.Write(length, 0, 8, 4);
        call.Argument(name).Argument(2).Argument(value).Argument(length).Argument(0).Argument(0);
        kernel.Require(call);
        return BinaryPrimitives.ReadInt32LittleEndian(call.Bytes(value));
    }
}
