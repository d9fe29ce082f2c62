using Knast.Simulation.Memory;

namespace Knast.Simulation.Network.Cloners;

/// <summary>Where what a request to make an interface adds stands (ifr_data of SIOCIFCREATE2).</summary>
/// <param name="Memory">The caller's memory.</param>
/// <param name="Address">The address; its length is the kind's affair.</param>
internal sealed record CloneParameters(IMemory Memory, ulong Address)
{
    public ReadOnlySpan<byte> Read(int length) => Memory.Read(Address, length);
}
