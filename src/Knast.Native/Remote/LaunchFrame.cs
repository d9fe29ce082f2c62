using System.Buffers.Binary;
using Knast.Native.Programs;

namespace Knast.Native.Remote;

/// <summary>A program to be started, as a frame, and its answer.</summary>
internal static class LaunchFrame
{
    private const int ErrorOffset = 8;
    private const int DescriptorOffset = 12;

    /// <summary>Writes a program.</summary>
    public static void Write(FrameBuffer frame, LaunchProgram program, IReadOnlyList<DescriptorMapping> descriptors)
    {
        frame.Begin(AgentVerb.Launch);
        frame.Write32((uint)descriptors.Count);
        frame.Write32((uint)program.Image.Length);
        foreach (DescriptorMapping mapping in descriptors)
        {
            frame.Write32((uint)(mapping.Source?.Number ?? -1));
            frame.Write32((uint)mapping.Target);
        }

        frame.Write(program.Image.Span);
        frame.End();
    }

    /// <summary>Reads the answer.</summary>
    /// <returns>The child and the agent's end of its report socket, or an errno.</returns>
    /// <exception cref="InvalidDataException">It is not the answer to a launch.</exception>
    public static (int ProcessId, int ReportDescriptor, int Errno) Read(ReadOnlySpan<byte> reply) => reply.Length == AgentProtocol.ReplySize
        ? (
            (int)BinaryPrimitives.ReadInt64LittleEndian(reply),
            BinaryPrimitives.ReadInt32LittleEndian(reply[DescriptorOffset..]),
            BinaryPrimitives.ReadInt32LittleEndian(reply[ErrorOffset..]))
        : throw new InvalidDataException($"The agent's answer to a launch has {reply.Length} bytes instead of {AgentProtocol.ReplySize}.");
}
