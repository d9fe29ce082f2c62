namespace Knast.Native.FreeBsd.Sysctls;

/// <summary>One sysctl, as the kernel describes it.</summary>
/// <param name="Oid">Its numbers.</param>
/// <param name="Name">Its name; a value that a node has itself ends with a dot.</param>
/// <param name="Kind">What kind of value it has.</param>
/// <param name="Flags">The <c>CTLFLAG_</c> bits (sys/sysctl.h) with the kind in the lowest four.</param>
/// <param name="Format">The kernel's format, such as <c>I</c>, <c>A</c>, <c>S,in_addr,a</c>.</param>
public sealed record SysctlNode(IReadOnlyList<int> Oid, string Name, SysctlKind Kind, uint Flags, string Format);
