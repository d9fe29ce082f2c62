namespace Knast.Simulation.Memory;

/// <summary>The memory of whoever makes a system call, by address.</summary>
internal interface IMemory
{
    /// <summary>What can be read from an address on, to the end of its piece of memory.</summary>
    /// <exception cref="KernelError">EFAULT: nothing is there, or it is not for reading.</exception>
    ReadOnlySpan<byte> ReadableFrom(ulong address);

    /// <summary>What can be written from an address on, to the end of its piece of memory.</summary>
    /// <exception cref="KernelError">EFAULT: nothing is there, or it is not for writing.</exception>
    Span<byte> WritableFrom(ulong address);
}
