using System.Globalization;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Collects writes, and knows which hierarchy of the host has which controller.</summary>
internal sealed class CgroupWrites
{
    private readonly IReadOnlyList<CgroupHierarchy> _hierarchies;
    private readonly Func<string, string?> _read;
    private readonly List<CgroupWrite> _all = [];
    private readonly SortedSet<string> _unifiedControllers = new(StringComparer.Ordinal);
    private string[]? _available;

    public CgroupWrites(IReadOnlyList<CgroupHierarchy> hierarchies, Func<string, string?> read)
    {
        _hierarchies = hierarchies;
        _read = read;
    }

    public IReadOnlyList<CgroupWrite> All => _all;

    public IReadOnlyList<string> UnifiedControllers => [.. _unifiedControllers];

    /// <summary>The hierarchy of cgroup v2, where it is mounted.</summary>
    public CgroupHierarchy? Unified => _hierarchies.FirstOrDefault(hierarchy => hierarchy.IsUnified);

    // The controllers of v2: those that no hierarchy of v1 has.
    private string[] Available => _available ??= Unified is null
        ? []
        : (_read($"{Unified.MountPoint}/cgroup.controllers") ?? "").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The hierarchy of cgroup v1 that has a controller.</summary>
    public CgroupHierarchy? Version1(string controller) =>
        _hierarchies.FirstOrDefault(hierarchy => !hierarchy.IsUnified && hierarchy.Controllers.Contains(controller));

    /// <summary>The hierarchy that has a controller; null where none has it.</summary>
    /// <param name="controller">Its name in v1.</param>
    /// <param name="unifiedController">Its name in v2; null where v2 has none such.</param>
    public CgroupHierarchy? Find(string controller, string? unifiedController) =>
        Version1(controller) ?? (unifiedController is not null && Available.Contains(unifiedController) ? Unified : null);

    /// <summary>The hierarchy that has a controller. One of v2 will have it enabled.</summary>
    /// <param name="controller">Its name in v1.</param>
    /// <param name="pointer">What needs it.</param>
    /// <param name="unifiedController">Its name in v2; null where v2 has none such.</param>
    /// <exception cref="KnastException"><c>NotSupported</c>.</exception>
    public CgroupHierarchy Require(string controller, string pointer, string? unifiedController)
    {
        if (Version1(controller) is { } first)
        {
            return first;
        }

        if (unifiedController is null)
        {
            throw ResourceRefusal.NotSupported(
                pointer, $"only cgroup v1 has the controller {controller}, and it is not mounted on this host.",
                $"Mount it where the kernel has it: mount -t cgroup -o {controller} cgroup /sys/fs/cgroup/{controller}.");
        }

        return RequireUnified(unifiedController, pointer);
    }

    /// <summary>The hierarchy of v2, with a controller that it has and that will be enabled.</summary>
    /// <exception cref="KnastException"><c>NotSupported</c>.</exception>
    public CgroupHierarchy RequireUnified(string controller, string pointer)
    {
        if (Unified is not { } unified)
        {
            throw ResourceRefusal.NotSupported(pointer, $"the cgroup controller {controller} is not there on this host.");
        }

        if (!Available.Contains(controller))
        {
            throw ResourceRefusal.NotSupported(
                pointer, $"the cgroup controller {controller} is not there on this host; cgroup v2 has: {(Available.Length == 0 ? "none" : string.Join(", ", Available))}.");
        }

        _unifiedControllers.Add(controller);
        return unified;
    }

    /// <summary>Demands that the kernel has a file of v1, which shows in the uppermost cgroup as well.</summary>
    /// <exception cref="KnastException"><c>NotSupported</c>.</exception>
    public void RequireFile(CgroupHierarchy hierarchy, string file, string pointer)
    {
        if (!HasFile(hierarchy, file))
        {
            throw ResourceRefusal.NotSupported(pointer, $"this kernel has no {file} in {hierarchy.MountPoint}.");
        }
    }

    /// <summary>Whether the uppermost cgroup has a file.</summary>
    public bool HasFile(CgroupHierarchy hierarchy, string file) => Read($"{hierarchy.MountPoint}/{file}") is not null;

    /// <summary>A file of the host; null where there is none.</summary>
    public string? Read(string path) => _read(path);

    public void Add(CgroupHierarchy hierarchy, string file, string value, string pointer) => _all.Add(new CgroupWrite(hierarchy, file, value, pointer));

    public void Add(CgroupHierarchy hierarchy, string file, long value, string pointer) =>
        Add(hierarchy, file, value.ToString(CultureInfo.InvariantCulture), pointer);

    public void Add(CgroupHierarchy hierarchy, string file, ulong value, string pointer) =>
        Add(hierarchy, file, value.ToString(CultureInfo.InvariantCulture), pointer);

    public void Add(CgroupWrite write) => _all.Add(write);
}
