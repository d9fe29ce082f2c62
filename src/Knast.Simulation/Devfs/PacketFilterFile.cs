using Knast.Native.Files;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Files;

namespace Knast.Simulation.Devfs;

/// <summary>/dev/pf.</summary>
internal sealed class PacketFilterFile(SimulatedMachine machine) : OpenFile(OpenFlags.ReadWrite)
{
    public override int Kind => 1;

    public override long Ioctl(CallContext call, uint request) => machine.Network.PacketFilterIoctl(call, request);

    public override StatRecord Stat() => new() { Type = FileType.CharacterDevice };
}
