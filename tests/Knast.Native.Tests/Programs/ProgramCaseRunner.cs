using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.Programs;

/// <summary>Plays a case and holds it against what is expected.</summary>
internal static class ProgramCaseRunner
{
    public static LaunchProgram Build(ProgramCase test, KernelTarget target)
    {
        var builder = new ProgramBuilder(target);
        test.Compose(builder);
        return builder.Build();
    }

    public static void Check(ProgramCase test, IProgramLaunch launch, CancellationToken cancellation)
    {
        foreach (ProgramEvent expected in test.Expected)
        {
            switch (expected)
            {
                case ProgramEvent.Report report:
                    ProgramReport? actual = launch.Receive(cancellation);
                    Assert.NotNull(actual);
                    using (actual.Descriptor)
                    {
                        Assert.Equal((report.Tag, report.Value ?? actual.Value), (actual.Tag, actual.Value));
                        Assert.Equal(report.HasDescriptor, actual.Descriptor is not null);
                    }

                    break;
                case ProgramEvent.Failure failure:
                    NativeException exception = Assert.Throws<NativeException>(() => launch.Receive(cancellation));
                    Assert.Equal((failure.Call, failure.Subject, failure.Code), (exception.Call, exception.Subject, exception.Code));
                    break;
                case ProgramEvent.GoAhead:
                    launch.Proceed();
                    break;
                default:
                    Assert.Null(launch.Receive(cancellation));
                    break;
            }
        }
    }
}
