using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// Limits of memory (runtime-spec config-linux.md "Memory"; kernel admin-guide/cgroup-v1/memory.rst, cgroup-v2.rst "Memory").
/// As in runc and crun, 0 says no more than a missing property.
/// </summary>
internal static class MemoryLimits
{
    private const string Here = ResourceRefusal.Root + "/memory";
    private const string SwapFile = "memory.memsw.limit_in_bytes";
    private const string TcpFile = "memory.kmem.tcp.limit_in_bytes";

    /// <summary>Adds the writes.</summary>
    /// <returns>See <see cref="LinuxResourcePlan.MemoryToFit"/>.</returns>
    public static long? Add(CgroupWrites writes, LinuxMemory? memory)
    {
        if (memory is null)
        {
            return null;
        }

        long limit = memory.Limit ?? 0, swap = memory.Swap ?? 0;
        CheckSwap(limit, swap);
        CheckKernel(memory);
        if (!IsAnythingSet(memory))
        {
            return null;
        }

        CgroupHierarchy hierarchy = writes.Require("memory", Here, "memory");
        if (hierarchy.IsUnified)
        {
            return AddUnified(writes, hierarchy, memory, limit, swap);
        }

        AddVersion1(writes, hierarchy, memory, limit, swap);
        return null;
    }

    private static bool IsAnythingSet(LinuxMemory memory) =>
        (memory.Limit ?? 0) != 0 || (memory.Reservation ?? 0) != 0 || (memory.Swap ?? 0) != 0 || memory.KernelTcp > 0
        || memory.Swappiness is not null || memory.DisableOomKiller is not null;

    private static void CheckSwap(long limit, long swap)
    {
        if (swap > 0 && limit == 0)
        {
            throw ResourceRefusal.Invalid($"{Here}/swap", "it limits memory and swap together, and so needs a limit of memory beside it.");
        }

        if (swap > 0 && limit > swap)
        {
            throw ResourceRefusal.Invalid(
                $"{Here}/swap", $"{swap} bytes of memory and swap together are less than the {limit} bytes that memory alone may have.");
        }
    }

    private static void CheckKernel(LinuxMemory memory)
    {
        if (memory.Kernel > 0)
        {
            throw ResourceRefusal.NotSupported(
                $"{Here}/kernel", "Linux has no limit of kernel memory of its own any more; it counts as memory.", "Leave it out: \"limit\" covers it.");
        }

        if (memory.UseHierarchy == false)
        {
            throw ResourceRefusal.NotSupported($"{Here}/useHierarchy", "Linux counts memory by hierarchy always, since 5.11.", "Leave it out.");
        }
    }

    // Swap after memory: the kernel never lets memory and swap together be less than memory.
    private static void AddVersion1(CgroupWrites writes, CgroupHierarchy hierarchy, LinuxMemory memory, long limit, long swap)
    {
        if (limit != 0)
        {
            writes.Add(hierarchy, "memory.limit_in_bytes", limit, $"{Here}/limit");
        }

        if (swap > 0)
        {
            writes.RequireFile(hierarchy, SwapFile, $"{Here}/swap");
            writes.Add(hierarchy, SwapFile, swap, $"{Here}/swap");
        }
        else if (swap == -1 || limit == -1)
        {
            writes.Add(new CgroupWrite(hierarchy, SwapFile, "-1", $"{Here}/swap") { MayBeMissing = true });
        }

        if (memory.Reservation is { } reservation and not 0)
        {
            writes.Add(hierarchy, "memory.soft_limit_in_bytes", reservation, $"{Here}/reservation");
        }

        if (memory.KernelTcp is { } tcp and > 0)
        {
            writes.RequireFile(hierarchy, TcpFile, $"{Here}/kernelTCP");
            writes.Add(hierarchy, TcpFile, tcp, $"{Here}/kernelTCP");
        }

        if (memory.DisableOomKiller is { } isDisabled)
        {
            writes.Add(hierarchy, "memory.oom_control", isDisabled ? "1" : "0", $"{Here}/disableOOMKiller");
        }

        if (memory.Swappiness is { } swappiness)
        {
            writes.Add(hierarchy, "memory.swappiness", swappiness, $"{Here}/swappiness");
        }
    }

    private static long? AddUnified(CgroupWrites writes, CgroupHierarchy hierarchy, LinuxMemory memory, long limit, long swap)
    {
        RefuseWhatVersion2Lacks(memory);

        // v2 limits swap alone. Without a limit of memory nothing can be taken away from it.
        string? swapAlone = (limit, swap) switch
        {
            (-1, 0) or (_, -1) => "max",
            (_, 0) => null,
            (-1, _) => swap.ToString(CultureInfo.InvariantCulture),
            _ => (swap - limit).ToString(CultureInfo.InvariantCulture),
        };
        if (swapAlone is not null)
        {
            writes.Add(new CgroupWrite(hierarchy, "memory.swap.max", swapAlone, $"{Here}/swap") { MayBeMissing = swapAlone is "max" or "0" });
        }

        if (limit != 0)
        {
            writes.Add(hierarchy, "memory.max", NumberOrMax(limit), $"{Here}/limit");
        }

        if (memory.Reservation is { } reservation and not 0)
        {
            writes.Add(hierarchy, "memory.low", NumberOrMax(reservation), $"{Here}/reservation");
        }

        return memory.CheckBeforeUpdate == true && limit > 0 ? limit : null;
    }

    private static void RefuseWhatVersion2Lacks(LinuxMemory memory)
    {
        (bool IsSet, string Name)[] properties =
        [
            (memory.KernelTcp > 0, "kernelTCP"), (memory.Swappiness is not null, "swappiness"), (memory.DisableOomKiller == true, "disableOOMKiller"),
        ];
        foreach ((_, string name) in properties.Where(property => property.IsSet))
        {
            throw ResourceRefusal.NotSupported($"{Here}/{name}", "only cgroup v1 has it, and memory is limited by cgroup v2 on this host.");
        }
    }

    private static string NumberOrMax(long value) => value == -1 ? "max" : value.ToString(CultureInfo.InvariantCulture);
}
