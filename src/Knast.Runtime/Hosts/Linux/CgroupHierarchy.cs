namespace Knast.Runtime.Hosts.Linux;

/// <summary>A cgroup hierarchy that is mounted on this host.</summary>
/// <param name="MountPoint">Where.</param>
/// <param name="IsUnified">Whether it is cgroup v2.</param>
/// <param name="Controllers">v1: its mount options that name controllers, or <c>name=x</c>. Empty for v2.</param>
/// <param name="Root">The part of the hierarchy that the mount shows, usually <c>/</c>.</param>
internal sealed record CgroupHierarchy(string MountPoint, bool IsUnified, IReadOnlyList<string> Controllers, string Root);
