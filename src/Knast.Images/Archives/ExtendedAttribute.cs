namespace Knast.Images.Archives;

/// <summary>An extended attribute of an entry.</summary>
/// <param name="Name">The name with its namespace, as bytes.</param>
/// <param name="Value">The value.</param>
internal readonly record struct ExtendedAttribute(byte[] Name, byte[] Value);
