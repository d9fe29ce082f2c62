using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Knast.Native.Kernel;

namespace Knast.Simulation.Memory;

/// <summary>The blocks of a <see cref="SystemCall"/>, at the addresses that they have in this process. Directions are kept to the letter.</summary>
internal sealed class CallMemory(SystemCall call) : IMemory
{
    public ReadOnlySpan<byte> ReadableFrom(ulong address) => Find(address, BlockDirection.In);

    public Span<byte> WritableFrom(ulong address) => Find(address, BlockDirection.Out);

    private unsafe Span<byte> Find(ulong address, BlockDirection direction)
    {
        for (int index = 0; index < call.Blocks.Length; index++)
        {
            Span<byte> bytes = call.Bytes(new BlockReference(index));
            ulong start = (ulong)(nint)Unsafe.AsPointer(ref MemoryMarshal.GetReference(bytes));
            if (bytes.Length > 0 && address >= start && address < start + (ulong)bytes.Length)
            {
                return call.Blocks[index].Direction.HasFlag(direction) ? bytes[(int)(address - start)..] : throw new KernelError(ErrorCode.EFAULT);
            }
        }

        throw new KernelError(ErrorCode.EFAULT);
    }
}
