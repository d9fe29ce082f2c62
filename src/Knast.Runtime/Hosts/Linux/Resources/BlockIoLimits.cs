using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// Limits of block devices (runtime-spec config-linux.md "Block IO"; kernel admin-guide/cgroup-v1/blkio-controller.rst, cgroup-v2.rst "IO").
/// Weights are the BFQ scheduler's; v2 has one of its own besides.
/// </summary>
internal static class BlockIoLimits
{
    private const string Here = ResourceRefusal.Root + "/blockIO";

    // BFQ shows its weights in cgroups below the uppermost only, but these statistics everywhere.
    private const string SignOfBfq = "blkio.bfq.io_service_bytes";

    /// <summary>Adds the writes.</summary>
    public static void Add(CgroupWrites writes, LinuxBlockIo? blockIo)
    {
        if (blockIo is null)
        {
            return;
        }

        RefuseLeafWeights(blockIo);
        AddWeight(writes, blockIo.Weight);
        for (int index = 0; index < blockIo.WeightDevice.Count; index++)
        {
            AddDeviceWeight(writes, blockIo.WeightDevice[index], $"{Here}/weightDevice/{index}");
        }

        AddThrottles(writes, blockIo.ThrottleReadBpsDevice, "throttleReadBpsDevice", "read_bps", "rbps");
        AddThrottles(writes, blockIo.ThrottleWriteBpsDevice, "throttleWriteBpsDevice", "write_bps", "wbps");
        AddThrottles(writes, blockIo.ThrottleReadIopsDevice, "throttleReadIOPSDevice", "read_iops", "riops");
        AddThrottles(writes, blockIo.ThrottleWriteIopsDevice, "throttleWriteIOPSDevice", "write_iops", "wiops");
    }

    /// <summary>A weight of BFQ (10 to 1000) as one of v2's own (1 to 10000), as runc converts it.</summary>
    public static ulong ToUnifiedWeight(ushort weight) => weight <= 10 ? 1 : 1 + ((weight - 10UL) * 9999 / 990);

    private static void RefuseLeafWeights(LinuxBlockIo blockIo)
    {
        const string why = "it was the CFQ scheduler's, which Linux has not had since 5.0.";
        if ((blockIo.LeafWeight ?? 0) != 0)
        {
            throw ResourceRefusal.NotSupported($"{Here}/leafWeight", why);
        }

        for (int index = 0; index < blockIo.WeightDevice.Count; index++)
        {
            if ((blockIo.WeightDevice[index].LeafWeight ?? 0) != 0)
            {
                throw ResourceRefusal.NotSupported($"{Here}/weightDevice/{index}/leafWeight", why);
            }
        }
    }

    private static void AddWeight(CgroupWrites writes, ushort? weight)
    {
        if (weight is not { } value || value == 0)
        {
            return;
        }

        const string pointer = Here + "/weight";
        CgroupHierarchy hierarchy = writes.Require("blkio", pointer, "io");
        if (hierarchy.IsUnified)
        {
            AddEither(writes, hierarchy, $"{value}", $"{ToUnifiedWeight(value)}", pointer);
            return;
        }

        writes.RequireFile(hierarchy, SignOfBfq, pointer);
        writes.Add(hierarchy, "blkio.bfq.weight", value, pointer);
    }

    private static void AddDeviceWeight(CgroupWrites writes, LinuxWeightDevice device, string pointer)
    {
        if (device.Weight is not { } value || value == 0)
        {
            return;
        }

        CgroupHierarchy hierarchy = writes.Require("blkio", pointer, "io");
        string number = $"{device.Major}:{device.Minor}";
        if (hierarchy.IsUnified)
        {
            AddEither(writes, hierarchy, $"{number} {value}", $"{number} {ToUnifiedWeight(value)}", pointer);
            return;
        }

        writes.RequireFile(hierarchy, SignOfBfq, pointer);
        writes.Add(hierarchy, "blkio.bfq.weight_device", $"{number} {value}", pointer);
    }

    private static void AddEither(CgroupWrites writes, CgroupHierarchy hierarchy, string bfq, string own, string pointer) =>
        writes.Add(new CgroupWrite(hierarchy, "io.bfq.weight", bfq, pointer) { Otherwise = new CgroupWrite(hierarchy, "io.weight", own, pointer) });

    private static void AddThrottles(CgroupWrites writes, IReadOnlyList<LinuxThrottleDevice> devices, string property, string name, string unifiedName)
    {
        for (int index = 0; index < devices.Count; index++)
        {
            LinuxThrottleDevice device = devices[index];
            string pointer = $"{Here}/{property}/{index}";
            CgroupHierarchy hierarchy = writes.Require("blkio", pointer, "io");
            if (hierarchy.IsUnified)
            {
                // In v1 a rate of 0 takes the limit away.
                string rate = device.Rate == 0 ? "max" : $"{device.Rate}";
                writes.Add(hierarchy, "io.max", $"{device.Major}:{device.Minor} {unifiedName}={rate}", pointer);
                continue;
            }

            string file = $"blkio.throttle.{name}_device";
            writes.RequireFile(hierarchy, file, pointer);
            writes.Add(hierarchy, file, $"{device.Major}:{device.Minor} {device.Rate}", pointer);
        }
    }
}
