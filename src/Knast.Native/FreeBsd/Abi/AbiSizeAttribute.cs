namespace Knast.Native.FreeBsd.Abi;

/// <summary>Says that a number is the size of the structure, in bytes.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class AbiSizeAttribute : Attribute;
