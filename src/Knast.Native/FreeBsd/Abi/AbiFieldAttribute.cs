namespace Knast.Native.FreeBsd.Abi;

/// <summary>Says that a number is the offset of a field, in bytes.</summary>
/// <param name="name">The field's name; dots go into nested structures.</param>
/// <param name="size">How many bytes it takes; the test compares that too.</param>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class AbiFieldAttribute(string name, int size) : Attribute
{
    /// <summary>The field's name; dots go into nested structures.</summary>
    public string Name { get; } = name;

    /// <summary>How many bytes it takes.</summary>
    public int Size { get; } = size;

    /// <summary>The only release that it is compared with: <c>13.2</c> or <c>15.1</c>; null where it is the same on all.</summary>
    public string? Release { get; init; }
}
