using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Processes;
using Knast.Simulation.Sockets;

namespace Knast.Simulation.Launching;

/// <summary>Starts a process that plays a program, as a launcher that was spawned would.</summary>
internal static class ProgramStart
{
    private const int StandardDescriptors = 3;

    /// <summary>Starts one.</summary>
    /// <returns>The starter's end of the report socket, and the process.</returns>
    /// <exception cref="NativeException">No process can be had.</exception>
    public static (int Socket, int Pid) Start(SimulatedMachine machine, Process starter, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        lock (machine.Gate)
        {
            try
            {
                return StartLocked(machine, starter, program, descriptors);
            }
            catch (KernelError error)
            {
                throw new NativeException(KernelSystem.FreeBsd, error.Errno, "posix_spawn", "launcher");
            }
            finally
            {
                machine.Changed();
            }
        }
    }

    private static (int Socket, int Pid) StartLocked(
        SimulatedMachine machine, Process starter, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        OpenFile[] sources = [.. descriptors.Select(mapping => mapping.Source is { } source ? starter.Descriptors.Get(source.Number) : new NullFile())];
        Process process = ForkCalls.Fork(starter, hasDescriptor: false, out _);
        process.Descriptors.CloseAll();
        (UnixSocket ours, UnixSocket theirs) = UnixSocket.NewPair(SocketKind.SequencedPacket, starter.Jail, OpenFlags.ReadOnly, machine.Release.Is15);
        process.Descriptors.Set(ProgramFormat.ReportDescriptor, theirs, isCloseOnExec: true);
        for (int index = 0; index < sources.Length; index++)
        {
            process.Descriptors.Set(descriptors[index].Target, sources[index], isCloseOnExec: false);
        }

        for (int standard = 0; standard < StandardDescriptors; standard++)
        {
            if (process.Descriptors.All.All(entry => entry.Key != standard))
            {
                process.Descriptors.Set(standard, new NullFile(), isCloseOnExec: false);
            }
        }

        process.Name = "knast";
        process.Arguments = ["knast"];
        process.Environment = [];
        int socket = starter.Descriptors.Add(ours, isCloseOnExec: true);
        machine.Processes.Run(process, Player.Load(machine, process, program.Image.Span));
        return (socket, process.Pid);
    }
}
