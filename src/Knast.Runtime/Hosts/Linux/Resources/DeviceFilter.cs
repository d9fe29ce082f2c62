using Knast.Native.Linux.Bpf;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>A program that decides on devices, for the container's cgroup in a hierarchy of v2.</summary>
/// <param name="Hierarchy">The hierarchy.</param>
/// <param name="Program">The program.</param>
/// <param name="Pointer">What asked for it, as a JSON pointer.</param>
internal sealed record DeviceFilter(CgroupHierarchy Hierarchy, IReadOnlyList<BpfInstruction> Program, string Pointer);
