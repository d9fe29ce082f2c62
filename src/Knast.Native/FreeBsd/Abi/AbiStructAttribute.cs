namespace Knast.Native.FreeBsd.Abi;

/// <summary>
/// Says that a class holds the layout of a C structure: every constant in it has <see cref="AbiSizeAttribute"/> or
/// <see cref="AbiFieldAttribute"/>.
/// </summary>
/// <param name="name">The structure's tag.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AbiStructAttribute(string name) : Attribute
{
    /// <summary>The structure's tag.</summary>
    public string Name { get; } = name;

    /// <summary>The only release that it is compared with: <c>13.2</c> or <c>15.1</c>; null where it is the same on all.</summary>
    public string? Release { get; init; }
}
