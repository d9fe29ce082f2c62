using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Processes;
using Knast.Simulation.Programs;

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

    /// <summary>Writes all of a text; a reader that is gone ends the process as SIGPIPE does.</summary>
    public void Write(int descriptor, string text)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(text);
        for (int done = 0; done < bytes.Length;)
        {
            byte[] rest = done == 0 ? bytes : bytes[done..];
            done += (int)Require(4, descriptor, rest, rest.Length);
        }
    }

    /// <summary>Reads up to the end.</summary>
    public string ReadAll(int descriptor)
    {
        var text = new StringBuilder();
        while (Read(descriptor) is { Length: > 0 } piece)
        {
            text.Append(piece);
        }

        return text.ToString();
    }

    /// <summary>Reads what is there; empty at the end.</summary>
    public string Read(int descriptor, int most = 4096)
    {
        byte[] bytes = new byte[most];
        return Encoding.Latin1.GetString(bytes, 0, (int)Require(3, descriptor, bytes, bytes.Length));
    }

    /// <summary>Opens a file, relative to the working directory.</summary>
    public int Open(string path, OpenFlags flags, int mode = 0x1B6) => (int)Require(499, -100, path, (int)flags, mode);

    /// <summary>Closes a descriptor.</summary>
    public void Close(int descriptor) => Try(6, descriptor);

    /// <summary>Starts a child.</summary>
    /// <param name="main">What it does; the result is its exit status.</param>
    /// <returns>Its identifier.</returns>
    public int Fork(Func<UserSpace, int> main)
    {
        lock (machine.Gate)
        {
            Process child = ForkCalls.Fork(process, hasDescriptor: false, out _);
            machine.Processes.Run(child, new BuiltInImage(machine, main));
            machine.Changed();
            return child.Pid;
        }
    }

    /// <summary>Executes a program; returns only where that fails.</summary>
    public ErrorCode Execute(string path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment)
    {
        var mapped = new List<ulong>();
        byte[] list;
        byte[] environmentList;
        lock (machine.Gate)
        {
            list = Pointers(mapped, arguments);
            environmentList = Pointers(mapped, environment);
        }

        SystemCallResult result = Try(59, path, list, environmentList);
        lock (machine.Gate)
        {
            mapped.ForEach(process.Memory.Unmap);
        }

        return ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno);
    }

    /// <summary>Waits for a child.</summary>
    /// <returns>Its wait status; null where there is no such child.</returns>
    public int? Wait(int pid)
    {
        byte[] status = new byte[4];
        SystemCallResult result = Try(7, pid, status, 0, 0);
        return !result.Failed ? BitConverter.ToInt32(status)
            : ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno) == ErrorCode.EINTR ? throw new KernelError(ErrorCode.EINTR)
            : null;
    }

    private byte[] Pointers(List<ulong> mapped, IReadOnlyList<string> texts)
    {
        byte[] list = new byte[(texts.Count + 1) * 8];
        for (int index = 0; index < texts.Count; index++)
        {
            BitConverter.TryWriteBytes(list.AsSpan(index * 8), Map(mapped, Encoding.Latin1.GetBytes(texts[index] + "\0")));
        }

        return list;
    }

    private ulong Map(List<ulong> mapped, byte[] bytes)
    {
        ulong address = process.Memory.Map(bytes);
        mapped.Add(address);
        return address;
    }
}
