using Knast.Native.Files;

namespace Knast.Simulation.Files;

/// <summary>What a file has beside its content.</summary>
internal sealed class NodeAttributes
{
    public ulong Inode { get; init; }

    /// <summary>Permission bits with set-user-id, set-group-id and sticky.</summary>
    public uint Mode { get; set; }

    public uint Owner { get; set; }

    public uint Group { get; set; }

    /// <summary>File flags (chflags(2)).</summary>
    public uint Flags { get; set; }

    /// <summary>The device that it is.</summary>
    public ulong Device { get; set; }

    public uint LinkCount { get; set; } = 1;

    public FileTime Accessed { get; set; }

    public FileTime Modified { get; set; }

    public FileTime Changed { get; set; }

    /// <summary>Content was changed now.</summary>
    public void Touch() => Modified = Changed = FileTime.From(DateTimeOffset.UtcNow);
}
