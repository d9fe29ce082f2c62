using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>Plays programs on this machine.</summary>
internal static class LocalProgramLaunch
{
    /// <summary>Starts a program.</summary>
    public static IProgramLaunch Start(IKernel kernel, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors) =>
        throw new PlatformNotSupportedException($"No launcher for {kernel.Target.Name} is built in ({program.Lines.Count}, {descriptors.Count}).");
}
