using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>Programs of a few calls that are played to their end.</summary>
internal static class PlayedProgram
{
    /// <summary>Plays a program; the values that it reported.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="compose">Adds the records.</param>
    /// <param name="descriptors">Its descriptors.</param>
    /// <exception cref="NativeException">A record failed.</exception>
    public static IReadOnlyList<long> Play(IKernel kernel, Action<ProgramBuilder> compose, params IReadOnlyList<DescriptorMapping> descriptors)
    {
        var program = new ProgramBuilder(kernel.Target);
        compose(program);
        using IProgramLaunch launch = kernel.Launch(program.Build(), descriptors);
        var values = new List<long>();
        while (launch.Receive(TestContext.Current.CancellationToken) is { } report)
        {
            report.Descriptor?.Dispose();
            values.Add(report.Value);
        }

        return values;
    }

    /// <summary>Plays a program that must fail; the call and the error.</summary>
    public static (string Call, ErrorCode Code) Fail(IKernel kernel, Action<ProgramBuilder> compose, params IReadOnlyList<DescriptorMapping> descriptors)
    {
        NativeException error = Assert.Throws<NativeException>(() => Play(kernel, compose, descriptors));
        return (error.Call, error.Code);
    }
}
