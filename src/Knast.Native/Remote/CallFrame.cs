using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.Remote;

/// <summary>A system call as a frame, and its answer.</summary>
internal static class CallFrame
{
    private const int FlagsOffset = 12;
    private const int ErrorOffset = 8;
    private const uint NumberKind = 0;
    private const uint BlockKind = 1;

    /// <summary>Writes a call.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="call">The call.</param>
    /// <param name="slice">A part of the call's wait, for one that waits.</param>
    /// <exception cref="InvalidOperationException">The call can only be part of a program.</exception>
    /// <exception cref="ArgumentException">Its blocks are larger than an agent takes.</exception>
    public static void Write(FrameBuffer frame, SystemCall call, WaitSlice? slice)
    {
        call.RequireInvocable();
        RequireRoom(call);
        frame.Begin(AgentVerb.Call);
        frame.Write32((uint)call.Number);
        frame.Write32((uint)call.Arguments.Length);
        frame.Write32((uint)call.Blocks.Length + (slice is null ? 0u : 1u));
        frame.Write32((uint)call.Pointers.Length);
        WriteArguments(frame, call, slice);
        foreach (BlockPointer pointer in call.Pointers)
        {
            frame.Write32((uint)pointer.From.Index);
            frame.Write32((uint)pointer.FromOffset);
            frame.Write32((uint)pointer.To.Index);
            frame.Write32((uint)pointer.ToOffset);
        }

        WriteBlocks(frame, call, slice);
        frame.End();
    }

    /// <summary>Reads the answer into the call's out blocks.</summary>
    /// <returns>The result, and whether the agent ended the call because it blocked for too long.</returns>
    /// <exception cref="InvalidDataException">The answer does not belong to the call.</exception>
    public static (SystemCallResult Result, bool IsTimeLimit) Read(ReadOnlySpan<byte> reply, SystemCall call)
    {
        int expected = AgentProtocol.ReplySize;
        foreach (SystemCallBlock block in call.Blocks)
        {
            expected += block.Direction.HasFlag(BlockDirection.Out) ? block.Length : 0;
        }

        if (reply.Length != expected)
        {
            throw new InvalidDataException($"The agent's answer to {call.Name} has {reply.Length} bytes instead of {expected}.");
        }

        ReadOnlySpan<byte> bytes = reply[AgentProtocol.ReplySize..];
        for (int index = 0; index < call.Blocks.Length; index++)
        {
            if (call.Blocks[index].Direction.HasFlag(BlockDirection.Out))
            {
                Span<byte> block = call.Bytes(new BlockReference(index));
                bytes[..block.Length].CopyTo(block);
                bytes = bytes[block.Length..];
            }
        }

        int errno = BinaryPrimitives.ReadInt32LittleEndian(reply[ErrorOffset..]);
        uint flags = BinaryPrimitives.ReadUInt32LittleEndian(reply[FlagsOffset..]);
        return (
            new SystemCallResult(errno == 0 ? BinaryPrimitives.ReadInt64LittleEndian(reply) : -1, errno),
            (flags & AgentProtocol.TimeLimitFlag) != 0);
    }

    private static void RequireRoom(SystemCall call)
    {
        long size = WaitSlice.TimeSize;
        foreach (SystemCallBlock block in call.Blocks)
        {
            size += ((long)block.Length + AgentProtocol.BlockAlignment - 1) & -AgentProtocol.BlockAlignment;
        }

        if (size > AgentProtocol.LargestBlocks)
        {
            throw new ArgumentException($"{call.Name} moves {size} bytes, and an agent takes {AgentProtocol.LargestBlocks} at once: move fewer at a time.");
        }
    }

    private static void WriteArguments(FrameBuffer frame, SystemCall call, WaitSlice? slice)
    {
        for (int index = 0; index < call.Arguments.Length; index++)
        {
            SystemCallArgument argument = call.Arguments[index];
            if (slice is not null && index == slice.TimeArgument)
            {
                argument = new SystemCallArgument(SystemCallArgumentKind.Block, call.Blocks.Length);
            }
            else if (slice is { IsFirst: false } && slice.HasChanges && index is 1 or 2)
            {
                argument = new SystemCallArgument(SystemCallArgumentKind.Integer, 0);
            }

            frame.Write64(argument.Value);
            frame.Write32(argument.Kind == SystemCallArgumentKind.Block ? BlockKind : NumberKind);
            frame.Write32(0);
        }
    }

    private static void WriteBlocks(FrameBuffer frame, SystemCall call, WaitSlice? slice)
    {
        foreach (SystemCallBlock block in call.Blocks)
        {
            frame.Write32((uint)block.Length);
            frame.Write32((uint)block.Direction);
        }

        if (slice is not null)
        {
            frame.Write32(WaitSlice.TimeSize);
            frame.Write32((uint)BlockDirection.In);
        }

        for (int index = 0; index < call.Blocks.Length; index++)
        {
            if (call.Blocks[index].Direction.HasFlag(BlockDirection.In))
            {
                frame.Write(call.Bytes(new BlockReference(index)));
            }
        }

        if (slice is not null)
        {
            frame.Write64(slice.Length.Ticks / TimeSpan.TicksPerSecond);
            frame.Write64(slice.Length.Ticks % TimeSpan.TicksPerSecond * 100);
        }
    }
}
