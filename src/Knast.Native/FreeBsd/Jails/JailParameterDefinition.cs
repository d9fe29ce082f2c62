namespace Knast.Native.FreeBsd.Jails;

/// <summary>A parameter that jails of a kernel have.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its value is.</param>
/// <param name="Length">
/// The most bytes of its value; of one element where the kind is a list; 0 where the kernel sets no limit that it tells.
/// </param>
/// <param name="Access">Whether it can be set.</param>
public sealed record JailParameterDefinition(string Name, JailParameterKind Kind, int Length, JailParameterAccess Access);
