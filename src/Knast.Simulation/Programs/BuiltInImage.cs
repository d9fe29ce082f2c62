using Knast.Native.Kernel;
using Knast.Simulation.Launching;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Programs;

/// <summary>A program that is part of the simulation.</summary>
internal sealed class BuiltInImage(SimulatedMachine machine, Func<UserSpace, int> main) : IProcessImage
{
    private const int Failure = 1;

    /// <inheritdoc/>
    public int Run(Process process)
    {
        try
        {
            return main(new UserSpace(machine, process));
        }
        catch (ProgramExit exit)
        {
            return exit.Code;
        }
        catch (KernelError error)
        {
            new UserSpace(machine, process).Try(4, 2, Text($"{process.Name}: {ErrorCodes.Describe(error.Code)}\n"), $"{process.Name}: {ErrorCodes.Describe(error.Code)}\n".Length);
            return Failure;
        }
    }

    private static byte[] Text(string text) => System.Text.Encoding.Latin1.GetBytes(text);
}
