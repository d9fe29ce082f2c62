using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Sockets;

/// <summary>What a receive gave.</summary>
/// <param name="Count">Bytes.</param>
/// <param name="Flags">Flags of the message.</param>
/// <param name="Rights">Descriptors; whoever gets them lets go of what is not used.</param>
/// <param name="From">The sender's address.</param>
internal sealed record Received(int Count, MessageFlags Flags, IReadOnlyList<OpenFile> Rights, byte[] From);
