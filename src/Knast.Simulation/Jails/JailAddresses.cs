namespace Knast.Simulation.Jails;

/// <summary>The addresses of one family that a jail may use.</summary>
internal sealed class JailAddresses(int size)
{
    /// <summary>Bytes of one address.</summary>
    public int Size { get; } = size;

    /// <summary>Whether the jail is restricted to a list; without one it has what its parent has.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>The list, one address after the other.</summary>
    public byte[] List { get; set; } = [];

    /// <summary>Whether it was made with those of its parent.</summary>
    public bool IsInherited { get; set; }

    /// <summary>Whether source addresses are chosen freely among them.</summary>
    public bool SelectsSource { get; set; } = true;

    /// <summary>The addresses one by one.</summary>
    public IEnumerable<byte[]> All => List.Chunk(Size);
}
