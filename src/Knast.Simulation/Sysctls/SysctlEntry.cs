using Knast.Simulation.Calls;

namespace Knast.Simulation.Sysctls;

/// <summary>A value of the kernel's that has a name (struct sysctl_oid).</summary>
internal sealed record SysctlEntry(int[] Oid, string Name)
{
    public const uint Node = 1;
    public const uint Int = 2;
    public const uint Text = 3;
    public const uint Opaque = 5;
    public const uint UInt = 6;
    public const uint ULong = 8;
    public const uint Readable = 0x80000000;
    public const uint Writable = 0x40000000;
    public const uint Skipped = 0x01000000;

    /// <summary>CTLFLAG_ bits, and the kind in the lowest four.</summary>
    public uint Flags { get; init; } = Readable | Int;

    public string Format { get; init; } = "I";

    /// <summary>Reads it; the numbers after its own are given along.</summary>
    public required Func<CallContext, int[], byte[]> Read { get; init; }

    /// <summary>Sets it; null where that is refused.</summary>
    public Action<CallContext, byte[]>? Write { get; init; }

    /// <summary>Whether root of a jail may set it.</summary>
    public bool IsJailWritable { get; init; }

    /// <summary>Whether root of a jail with a network of its own may set it.</summary>
    public bool IsVnetWritable { get; init; }

    /// <summary>Whether more numbers may follow.</summary>
    public bool TakesMore { get; init; }
}
