using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Launching;

/// <summary>System calls of a process whose program is part of the simulation.</summary>
internal sealed class UserSpace(SimulatedMachine machine, Process process)
{
    public SimulatedMachine Machine => machine;

    public Process Process => process;

    /// <summary>Makes a call. Buffers and strings are mapped into the process's memory while it lasts.</summary>
    /// <param name="number">The kernel's number.</param>
    /// <param name="arguments">Numbers, strings (a character stands for a byte) and byte arrays.</param>
    public SystemCallResult Try(int number, params object[] arguments)
    {
        long[] values = new long[SystemCall.MaximumArguments];
        var mapped = new List<ulong>();
        lock (machine.Gate)
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                values[index] = arguments[index] switch
                {
                    string text => (long)Map(mapped, Encoding.Latin1.GetBytes(text + "\0")),
                    byte[] bytes => bytes.Length == 0 ? 0 : (long)Map(mapped, bytes),
                    _ => Convert.ToInt64(arguments[index], System.Globalization.CultureInfo.InvariantCulture),
                };
            }
        }

        SystemCallResult result = machine.Invoke(process, process.Memory, number, null, values);
        lock (machine.Gate)
        {
            mapped.ForEach(process.Memory.Unmap);
        }

        return result;
    }

    /// <summary>Makes a call that must succeed.</summary>
    /// <exception cref="KernelError">It does not.</exception>
    public long Require(int number, params object[] arguments)
    {
        SystemCallResult result = Try(number, arguments);
        return result.Failed ? throw new KernelError(ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno)) : result.Value;
    }

    private ulong Map(List<ulong> mapped, byte[] bytes)
    {
        ulong address = process.Memory.Map(bytes);
        mapped.Add(address);
        return address;
    }
}
