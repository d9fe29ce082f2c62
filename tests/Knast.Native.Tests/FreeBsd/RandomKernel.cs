using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>A kernel that answers at random: errors, results, and bytes in whatever it may write.</summary>
internal sealed class RandomKernel(KernelTarget target, int seed) : IKernel
{
    private const int LargestErrno = 97;
    private readonly Random _random = new(seed);

    /// <inheritdoc/>
    public KernelTarget Target => target;

    /// <inheritdoc/>
    public SystemCallResult Invoke(SystemCall call)
    {
        int room = 1;
        for (int index = 0; index < call.Blocks.Length; index++)
        {
            if (call.Blocks[index].Direction.HasFlag(BlockDirection.Out))
            {
                Span<byte> bytes = call.Bytes(new BlockReference(index));
                room = Math.Max(room, bytes.Length);
                Scribble(bytes);
            }
        }

        return _random.Next(3) == 0
            ? new SystemCallResult(-1, _random.Next(1, LargestErrno))
            : new SystemCallResult(_random.Next(2) == 0 ? _random.Next(0, 40) : _random.Next(0, room + 1), 0);
    }

    /// <inheritdoc/>
    public IProgramLaunch Launch(LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors) => throw new NotSupportedException();

    // Random bytes alone would seldom be a length or a text, so some of them are small numbers, letters, or left as they were.
    private void Scribble(Span<byte> bytes)
    {
        int kind = _random.Next(4);
        for (int index = 0; index < bytes.Length; index++)
        {
            bytes[index] = kind switch
            {
                0 => (byte)_random.Next(256),
                1 => (byte)(_random.Next(8) == 0 ? _random.Next(64) : 0),
                2 => (byte)"abc=,:/.0 1"[_random.Next(11)],
                _ => bytes[index],
            };
        }
    }
}
