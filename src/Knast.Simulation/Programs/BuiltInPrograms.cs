using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Programs;

/// <summary>The programs that are part of the simulation, by the names of the files that stand for them.</summary>
internal static class BuiltInPrograms
{
    /// <summary>What a file executes.</summary>
    /// <exception cref="KernelError">ENOEXEC: it stands for no program.</exception>
    public static (IProcessImage Image, string Name) Load(CallContext call, string path, Node node, ref string[] arguments) =>
        throw new KernelError(ErrorCode.ENOEXEC);
}
