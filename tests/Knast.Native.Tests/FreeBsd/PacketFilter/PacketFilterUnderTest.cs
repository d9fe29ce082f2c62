using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>The packet filter of the kernel under test.</summary>
internal static class PacketFilterUnderTest
{
    /// <summary>Opens it; the simulated kernel has none yet, which skips the test.</summary>
    public static KernelDescriptor Open(IKernel kernel, bool isReadOnly = false)
    {
        KernelDescriptor device = PacketFilterDevice.Open(kernel, isReadOnly);
        if (kernel is SimulatedKernel)
        {
            SkipWithoutOne(kernel, device);
        }

        return device;
    }

    private static void SkipWithoutOne(IKernel kernel, KernelDescriptor device)
    {
        try
        {
            PacketFilterGetStatus.Invoke(kernel, device);
        }
        catch (NativeException error) when (error.Code == ErrorCode.ENOTTY)
        {
            Assert.Skip("The simulated kernel has no packet filter yet (docs/status.md).");
        }
    }
}
