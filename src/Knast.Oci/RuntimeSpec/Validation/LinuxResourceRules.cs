using System.Text.RegularExpressions;
using Knast.Oci.Json;

namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Limits of control groups.</summary>
internal static partial class LinuxResourceRules
{
    private const string File = "runtime-spec config-linux.md";
    private static readonly string[] DeviceTypes = ["a", "c", "b"];

    public static void Check(LinuxResources resources, string pointer, Findings findings)
    {
        CheckDevices(resources.Devices, $"{pointer}/devices", findings);
        if (resources.Memory is { } memory)
            CheckMemory(memory, $"{pointer}/memory", findings);
        if (resources.Cpu is { } cpu)
            CheckCpu(cpu, $"{pointer}/cpu", findings);
        findings.Range(resources.Pids?.Limit, -1, long.MaxValue, $"{pointer}/pids/limit", "The limit", $"{File}#pids");
        if (resources.BlockIo is { } blockIo)
            CheckBlockIo(blockIo, $"{pointer}/blockIO", findings);
        CheckHugepages(resources.HugepageLimits, $"{pointer}/hugepageLimits", findings);
        if (resources.Network is { } network)
        {
            for (var i = 0; i < network.Priorities.Count; i++)
                findings.Required(network.Priorities[i].Name, $"{pointer}/network/priorities/{i}/name", "The interface", $"{File}#network");
        }

        CheckMaps(resources, pointer, findings);
    }

    private static void CheckDevices(IReadOnlyList<LinuxDeviceCgroup> devices, string pointer, Findings findings)
    {
        const string Rule = File + "#allowed-device-list";
        for (var i = 0; i < devices.Count; i++)
        {
            var (device, here) = (devices[i], $"{pointer}/{i}");
            if (!string.IsNullOrEmpty(device.Type))
                findings.OneOf(device.Type, DeviceTypes, $"{here}/type", "The type of device", Rule);
            if (device.Access?.All(c => c is 'r' or 'w' or 'm') is false)
                findings.Add($"{here}/access", $"'{device.Access}' is no composition of 'r', 'w' and 'm'.", Rule);
            // -1 is not in the specification; every runtime takes it for all, and engines write it.
            findings.Range(device.Major, -1, uint.MaxValue, $"{here}/major", "The major number", Rule);
            findings.Range(device.Minor, -1, uint.MaxValue, $"{here}/minor", "The minor number", Rule);
        }
    }

    private static void CheckMemory(LinuxMemory memory, string pointer, Findings findings)
    {
        const string Rule = File + "#memory";
        findings.Range(memory.Limit, -1, long.MaxValue, $"{pointer}/limit", "The limit", Rule);
        findings.Range(memory.Reservation, -1, long.MaxValue, $"{pointer}/reservation", "The reservation", Rule);
        findings.Range(memory.Swap, -1, long.MaxValue, $"{pointer}/swap", "The limit of memory and swap", Rule);
        findings.Range(memory.Kernel, -1, long.MaxValue, $"{pointer}/kernel", "The limit", Rule);
        findings.Range(memory.KernelTcp, -1, long.MaxValue, $"{pointer}/kernelTCP", "The limit", Rule);
        if (memory.Swappiness > 100)
            findings.Add($"{pointer}/swappiness", $"The swappiness {memory.Swappiness} is out of bounds; it may be 0 to 100.", Rule);
    }

    private static void CheckCpu(LinuxCpu cpu, string pointer, Findings findings)
    {
        const string Rule = File + "#cpu";
        if (cpu.Quota > 0 && cpu.Burst > (ulong)cpu.Quota)
            findings.Add($"{pointer}/burst", $"The burst {cpu.Burst} is larger than the quota {cpu.Quota}.", Rule);
        findings.Range(cpu.Idle, 0, 1, $"{pointer}/idle", "The value of idle", Rule);
        findings.NumberList(cpu.Cpus, $"{pointer}/cpus", "The list of processors", Rule);
        findings.NumberList(cpu.Mems, $"{pointer}/mems", "The list of memory nodes", Rule);
    }

    private static void CheckBlockIo(LinuxBlockIo blockIo, string pointer, Findings findings)
    {
        for (var i = 0; i < blockIo.WeightDevice.Count; i++)
        {
            if (blockIo.WeightDevice[i] is { Weight: null, LeafWeight: null })
                findings.Add($"{pointer}/weightDevice/{i}", "At least one of weight and leafWeight must be given.", $"{File}#block-io");
        }
    }

    private static void CheckHugepages(IReadOnlyList<LinuxHugepageLimit> limits, string pointer, Findings findings)
    {
        const string Rule = File + "#huge-page-limits";
        for (var i = 0; i < limits.Count; i++)
        {
            var (size, here) = (limits[i].PageSize, $"{pointer}/{i}/pageSize");
            if (findings.Required(size, here, "The size of the pages", Rule) && !PageSize().IsMatch(size))
                findings.Add(here, $"'{size}' is no size of huge pages, such as '64KB', '2MB' or '1GB'.", Rule);
        }
    }

    private static void CheckMaps(LinuxResources resources, string pointer, Findings findings)
    {
        foreach (var (device, limits) in resources.Rdma)
        {
            if (limits is { HcaHandles: null, HcaObjects: null })
            {
                var here = $"{pointer}/rdma/{JsonPointer.Escape(device)}";
                findings.Add(here, "At least one of hcaHandles and hcaObjects must be given.", $"{File}#rdma");
            }
        }

        foreach (var (file, value) in resources.Unified)
        {
            var here = $"{pointer}/unified/{JsonPointer.Escape(file)}";
            if (file is "" or "." or ".." || file.AsSpan().ContainsAny('/', '\0'))
                findings.Add(here, $"'{file}' cannot name a file of the cgroup.", $"{File}#unified");
            findings.Text(value, here, $"{File}#unified");
        }
    }

    [GeneratedRegex(@"^[1-9][0-9]*[KMGTPE]B\z", RegexOptions.CultureInvariant)]
    private static partial Regex PageSize();
}
