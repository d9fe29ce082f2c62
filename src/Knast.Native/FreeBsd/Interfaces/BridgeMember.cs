namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>A member of a bridge.</summary>
/// <param name="Name">The interface.</param>
/// <param name="Flags">How the bridge treats it; flags that have no name here are kept as they are.</param>
public sealed record BridgeMember(string Name, BridgeMemberFlags Flags);
