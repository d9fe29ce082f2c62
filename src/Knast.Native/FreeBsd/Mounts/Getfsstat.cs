using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Mounts;

/// <summary>getfsstat(2): all mounts, in the order in which they were made.</summary>
public static class Getfsstat
{
    // Numbers that are remembered are enough; asking a file server that does not answer would block.
    [AbiConstant("MNT_NOWAIT")]
    private const int NoWait = 2;

    private const int FirstGuess = 64;

    /// <summary>Makes the call. The mounts are block 0, one after the other.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="count">For how many there is room; 0 asks for their count.</param>
    public static SystemCall Compose(KernelTarget target, int count)
    {
        SystemCall call = FreeBsdSystemCall.Getfsstat(target);
        BlockReference mounts = call.AddBlock(count * StatfsLayout.Size, BlockDirection.Out);
        return (count == 0 ? call.Argument(0) : call.Argument(mounts)).Argument(count * StatfsLayout.Size).Argument(NoWait);
    }

    /// <summary>Lists the mounts.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">None that getfsstat(2) lists can happen here.</exception>
    public static IReadOnlyList<MountStatus> Invoke(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int room = FirstGuess; ; room *= 2)
        {
            using SystemCall call = Compose(kernel.Target, room);
            long count = kernel.Require(call);
            if (count < room)
            {
                return Parse(call.Bytes(new BlockReference(0)), (int)count);
            }

            if (count > room)
            {
                throw new InvalidDataException($"getfsstat gave {count} mounts where there is room for {room}.");
            }
        }
    }

    private static List<MountStatus> Parse(ReadOnlySpan<byte> bytes, int count)
    {
        var mounts = new List<MountStatus>(count);
        for (int index = 0; index < count; index++)
        {
            mounts.Add(MountStatus.Read(bytes[(index * StatfsLayout.Size)..]));
        }

        return mounts;
    }
}
