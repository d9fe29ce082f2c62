using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Devfs;

/// <summary>A device of the machine (struct cdev), or a link that every devfs has.</summary>
/// <param name="Path">Its path below /dev.</param>
/// <param name="Number">Its device number.</param>
/// <param name="Mode">Permission bits.</param>
internal sealed record Device(string Path, ulong Number, uint Mode)
{
    public uint Owner { get; init; }

    public uint Group { get; init; }

    /// <summary>What it links to, where it is a link.</summary>
    public string? LinksTo { get; init; }

    /// <summary>Opens it; null for one that cannot be opened here.</summary>
    public Func<CallContext, OpenFlags, OpenFile>? Open { get; init; }
}
