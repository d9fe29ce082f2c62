using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Memory;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Calls;

/// <summary>A system call that is being made.</summary>
internal sealed class CallContext
{
    private const int LongestPath = 1024;

    private readonly long[] _arguments;

    public CallContext(SimulatedMachine machine, Process process, IMemory memory, long[] arguments)
    {
        Machine = machine;
        Process = process;
        Memory = memory;
        _arguments = arguments;
    }

    public SimulatedMachine Machine { get; }

    public Process Process { get; }

    public IMemory Memory { get; }

    /// <summary>Whether the release is 15.</summary>
    public bool Is15 => Machine.Release.Is15;

    /// <summary>An argument as it is.</summary>
    public long this[int index] => _arguments[index];

    public int Int32(int index) => (int)_arguments[index];

    public uint UInt32(int index) => (uint)_arguments[index];

    public ulong Address(int index) => (ulong)_arguments[index];

    /// <summary>A length: a size_t beyond INT_MAX is refused as the kernel does (IOSIZE_MAX).</summary>
    public int Length(int index) => _arguments[index] is >= 0 and <= int.MaxValue ? (int)_arguments[index] : throw new KernelError(ErrorCode.EINVAL);

    /// <summary>A path: at most 1024 bytes with its NUL.</summary>
    public string Path(int index) => Memory.ReadText(Address(index), LongestPath);

    /// <summary>The open file of a descriptor.</summary>
    public OpenFile File(int index) => Process.Descriptors.Get(Int32(index));

    /// <summary>Waits until something is so; other processes go on meanwhile.</summary>
    /// <returns>False when the time is over.</returns>
    /// <exception cref="KernelError">EINTR: a signal with a handler came.</exception>
    public bool Wait(Func<bool> isReady, Deadline deadline = default) => Machine.Wait(Process, isReady, deadline);
}
