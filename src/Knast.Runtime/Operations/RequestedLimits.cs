using System.Globalization;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Operations;

/// <summary>Writes the limits that a caller asks for into a configuration; every host reads them in <c>linux.resources</c>, as engines write them for FreeBSD too.</summary>
internal static class RequestedLimits
{
    // The kernel's default (kernel scheduler/sched-bwc.rst), in microseconds; it takes quotas from a millisecond on.
    private const ulong Period = 100_000;
    private const double LeastCpu = 0.01;
    private const double MostCpu = 100_000;

    /// <summary>Applies the request.</summary>
    /// <exception cref="KnastException"><c>MemoryInvalid</c>, <c>CpuInvalid</c>, <c>PidsLimitInvalid</c>.</exception>
    public static RuntimeConfig Apply(RuntimeConfig config, CreateRequest request)
    {
        LinuxResources before = config.Linux?.Resources ?? new LinuxResources();
        LinuxResources after = before with
        {
            Memory = Memory(before.Memory, request),
            Cpu = Cpu(before.Cpu, request),
            Pids = Pids(before.Pids, request.PidsLimit),
        };
        return after == before ? config : config with { Linux = (config.Linux ?? new LinuxConfig()) with { Resources = after } };
    }

    private static LinuxMemory? Memory(LinuxMemory? memory, CreateRequest request)
    {
        long limit = request.Memory ?? 0, swap = request.MemorySwap ?? 0;
        if (limit < 0)
        {
            throw Invalid("MemoryInvalid", $"{limit} bytes is no limit of memory; give bytes, or 0 for no limit.", limit);
        }

        if (swap < -1 || (swap > 0 && (limit == 0 || swap < limit)))
        {
            throw Invalid(
                "MemoryInvalid", $"{swap} bytes is no limit of memory and swap together beside {limit} bytes of memory; give at least as many, or -1 for no limit.", swap);
        }

        return (limit, swap) == (0, 0)
            ? memory
            : (memory ?? new LinuxMemory()) with { Limit = limit == 0 ? memory?.Limit : limit, Swap = swap == 0 ? memory?.Swap : swap };
    }

    private static LinuxCpu? Cpu(LinuxCpu? cpu, CreateRequest request)
    {
        double processors = request.Cpu ?? 0;
        if (processors is not (0 or (>= LeastCpu and <= MostCpu)))
        {
            string given = processors.ToString(CultureInfo.InvariantCulture);
            throw Invalid("CpuInvalid", $"{given} is no number of processors; give {LeastCpu.ToString(CultureInfo.InvariantCulture)} or more, or 0 for no limit.", processors);
        }

        LinuxCpu? limited = processors == 0
            ? cpu
            : (cpu ?? new LinuxCpu()) with { Quota = (long)Math.Round(processors * Period), Period = Period };
        return string.IsNullOrEmpty(request.CpuSet) ? limited : (limited ?? new LinuxCpu()) with { Cpus = request.CpuSet };
    }

    private static LinuxPids? Pids(LinuxPids? pids, long? limit) => limit switch
    {
        null => pids,
        < -1 => throw Invalid("PidsLimitInvalid", $"{limit} is no limit of processes; give a number of them, or -1 for no limit.", limit),
        _ => new LinuxPids { Limit = limit },
    };

    private static KnastException Invalid(string errorId, string message, object target) =>
        new(errorId, KnastErrorKind.InvalidArgument, message, target);
}
