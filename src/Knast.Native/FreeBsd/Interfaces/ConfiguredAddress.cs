using System.Net;

namespace Knast.Native.FreeBsd.Interfaces;

/// <summary>An interface, or one of its addresses.</summary>
/// <param name="Interface">The interface.</param>
/// <param name="Address">An internet address that it has; null for its entry as such.</param>
public sealed record ConfiguredAddress(string Interface, IPAddress? Address);
