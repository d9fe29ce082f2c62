namespace Knast.Native.FreeBsd.Abi;

/// <summary>
/// Says which constant of the kernel's headers a number is. A test compares every one with what the compiler made of the headers.
/// </summary>
/// <param name="name">The macro's or enumerator's name.</param>
[AttributeUsage(AttributeTargets.Field, AllowMultiple = true)]
internal sealed class AbiConstantAttribute(string name) : Attribute
{
    /// <summary>The macro's or enumerator's name.</summary>
    public string Name { get; } = name;

    /// <summary>The only release that it is compared with: <c>13.2</c> or <c>15.1</c>; null where it is the same on all.</summary>
    public string? Release { get; init; }
}
