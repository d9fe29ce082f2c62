using System.Buffers.Binary;
using System.Text;
using Knast.Native.Kernel;

namespace Knast.Native.Remote;

/// <summary>The greeting: a token one way, what the kernel is the other way.</summary>
internal static class HelloFrame
{
    private const int Size = 16;
    private const int SystemOffset = 6;
    private const int ArchitectureOffset = 7;
    private const int VersionOffset = 8;
    private const int TimeLimitOffset = 12;

    /// <summary>Writes the greeting.</summary>
    /// <exception cref="ArgumentException">The token is empty or too long.</exception>
    public static void Write(FrameBuffer frame, string token)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(token);
        if (bytes.Length is 0 or > AgentProtocol.LargestToken)
        {
            throw new ArgumentException($"An agent's token has 1 to {AgentProtocol.LargestToken} bytes; this one has {bytes.Length}.");
        }

        frame.Begin(AgentVerb.Hello);
        frame.Write32(AgentProtocol.Magic);
        frame.Write16(AgentProtocol.Version);
        frame.Write16((ushort)bytes.Length);
        frame.Write(bytes);
        frame.End();
    }

    /// <summary>Reads the answer.</summary>
    /// <returns>What the kernel is, and how long a call may block there.</returns>
    /// <exception cref="InvalidDataException">It is not the answer of an agent of this version.</exception>
    public static (KernelTarget Target, TimeSpan TimeLimit) Read(ReadOnlySpan<byte> reply)
    {
        if (reply.Length != Size || BinaryPrimitives.ReadUInt32LittleEndian(reply) != AgentProtocol.Magic)
        {
            throw new InvalidDataException("What answered is not an agent of Knast.");
        }

        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(reply[4..]);
        if (version != AgentProtocol.Version)
        {
            throw new InvalidDataException($"The agent speaks version {version} of its protocol; this is version {AgentProtocol.Version}.");
        }

        var target = new KernelTarget(
            reply[SystemOffset] switch
            {
                1 => KernelSystem.Linux,
                2 => KernelSystem.FreeBsd,
                byte other => throw new InvalidDataException($"The agent's system has number {other}, which is neither Linux (1) nor FreeBSD (2)."),
            },
            reply[ArchitectureOffset] switch
            {
                1 => KernelArchitecture.Amd64,
                2 => KernelArchitecture.Arm64,
                byte other => throw new InvalidDataException($"The agent's architecture has number {other}, which is neither amd64 (1) nor arm64 (2)."),
            },
            BinaryPrimitives.ReadInt32LittleEndian(reply[VersionOffset..]));
        return (target, TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32LittleEndian(reply[TimeLimitOffset..])));
    }
}
