namespace Knast.Simulation.Options;

/// <summary>An option of nmount(2) or a parameter of jail_set(2) (struct vfsopt).</summary>
internal sealed class Option(string name, byte[]? value, int position)
{
    public string Name { get; } = name;

    /// <summary>Its value; null where there is none, or where only the length is asked for.</summary>
    public byte[]? Value { get; set; } = value;

    /// <summary>How long the value is, or would be.</summary>
    public int Length { get; set; } = value?.Length ?? 0;

    /// <summary>Which pair of vectors it came in.</summary>
    public int Position { get; } = position;

    /// <summary>Whether somebody asked for it.</summary>
    public bool IsSeen { get; set; }
}
