using Knast.Native.Kernel;

namespace Knast.Simulation.Memory;

/// <summary>The memory of a process that plays a program: pieces at addresses of their own, copied when it forks.</summary>
internal sealed class ProcessMemory : IMemory
{
    private const ulong FirstAddress = 0x10_0000_0000;
    private const ulong Gap = 0x1_0000;

    private readonly SortedList<ulong, byte[]> _pieces = [];

    /// <summary>Takes memory; the bytes are used, not copied.</summary>
    /// <returns>Its address.</returns>
    public ulong Map(byte[] bytes)
    {
        ulong address = _pieces.Count == 0 ? FirstAddress : End(_pieces.Count - 1);
        _pieces.Add(address, bytes);
        return address;
    }

    /// <summary>Gives memory back; nothing there is no error (munmap(2)).</summary>
    public void Unmap(ulong address) => _pieces.Remove(address);

    /// <summary>A copy for a child.</summary>
    public ProcessMemory Copy()
    {
        var copy = new ProcessMemory();
        foreach ((ulong address, byte[] bytes) in _pieces)
        {
            copy._pieces.Add(address, (byte[])bytes.Clone());
        }

        return copy;
    }

    /// <summary>The piece that begins at an address.</summary>
    public byte[] PieceAt(ulong address) => _pieces[address];

    public ReadOnlySpan<byte> ReadableFrom(ulong address) => WritableFrom(address);

    public Span<byte> WritableFrom(ulong address)
    {
        foreach ((ulong start, byte[] bytes) in _pieces)
        {
            if (address >= start && address < start + (ulong)bytes.Length)
            {
                return bytes.AsSpan((int)(address - start));
            }
        }

        throw new KernelError(ErrorCode.EFAULT);
    }

    private ulong End(int index) => _pieces.GetKeyAtIndex(index) + (((ulong)_pieces.GetValueAtIndex(index).Length + Gap) & ~(Gap - 1)) + Gap;
}
