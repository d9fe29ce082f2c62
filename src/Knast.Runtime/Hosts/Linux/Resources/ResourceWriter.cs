using System.Globalization;
using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Linux.Bpf;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Carries out the plan of a container's limits on its cgroup.</summary>
internal sealed class ResourceWriter
{
    private const string ProgramName = "knast_devices";

    private readonly IKernel _kernel;
    private readonly KernelFiles _files;

    public ResourceWriter(IKernel kernel, KernelFiles files)
    {
        _kernel = kernel;
        _files = files;
    }

    /// <summary>Applies a plan to a cgroup that is there.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cgroup">The cgroup's path, absolute within each hierarchy.</param>
    /// <exception cref="KnastException"><c>NotSupported</c>, <c>LimitRefused</c>: name the property by its JSON pointer.</exception>
    public void Apply(LinuxResourcePlan plan, string cgroup)
    {
        foreach (CgroupWrite write in plan.Writes)
        {
            if (plan.MemoryToFit is { } limit && write.File == "memory.max")
            {
                RequireFit(write, cgroup, limit);
            }

            Write(write, cgroup);
        }

        if (plan.DeviceFilter is { } filter)
        {
            Attach(filter, cgroup);
        }
    }

    // Other than v1, v2 takes a limit that is exceeded already, and kills.
    private void RequireFit(CgroupWrite write, string cgroup, long limit)
    {
        string text = _files.TryRead($"{write.Hierarchy.MountPoint}{cgroup}/memory.current") ?? "0";
        if (long.TryParse(text, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out long inUse) && inUse > limit)
        {
            throw new KnastException(
                "LimitRefused", KnastErrorKind.InvalidState,
                $"{write.Pointer}: {limit} bytes are less than the {inUse} bytes that the cgroup {cgroup} uses already.", write.Pointer);
        }
    }

    private void Write(CgroupWrite write, string cgroup)
    {
        string path = $"{write.Hierarchy.MountPoint}{cgroup}/{write.File}";
        try
        {
            using KernelDescriptor? file = _files.TryOpenForWriting(path);
            if (file is not null)
            {
                _files.Calls.Write(file, Encoding.UTF8.GetBytes(write.Value));
                return;
            }
        }
        catch (NativeException error)
        {
            throw Refused(write, path, error);
        }

        if (write.Otherwise is { } other)
        {
            Write(other, cgroup);
        }
        else if (!write.MayBeMissing)
        {
            throw ResourceRefusal.NotSupported(write.Pointer, $"this kernel has no file {path}.");
        }
    }

    private void Attach(DeviceFilter filter, string cgroup)
    {
        string path = filter.Hierarchy.MountPoint + cgroup;
        try
        {
            using KernelDescriptor directory = _files.Calls.OpenHostDirectory(path);
            using KernelDescriptor program = BpfProgLoad.Invoke(_kernel, BpfProgramType.CgroupDevice, filter.Program, ProgramName);
            BpfProgAttach.Invoke(_kernel, directory, program, BpfAttachType.CgroupDevice, BpfAttachFlags.AllowMultiple);
        }
        catch (NativeException error)
        {
            throw new KnastException(
                "LimitRefused", KnastErrorKind.Kernel, $"{filter.Pointer}: the kernel refused the device filter of the cgroup {path}: {error.Message}", filter.Pointer,
                "cgroup v2 needs a kernel with CONFIG_CGROUP_BPF, and CAP_BPF or CAP_SYS_ADMIN.", error);
        }
    }

    private static KnastException Refused(CgroupWrite write, string path, NativeException error)
    {
        string words = error.Code == ErrorCode.Unknown ? $"errno {error.Errno}" : $"{error.Code} ({ErrorCodes.Describe(error.Code)})";
        return new KnastException(
            "LimitRefused", KnastErrorKind.Kernel, $"{write.Pointer}: the kernel refused \"{write.Value}\" for {path}: {words}", write.Pointer, Advice(write, error.Code), error);
    }

    private static string? Advice(CgroupWrite write, ErrorCode code) => (write.File, code) switch
    {
        ("cpu.rt_runtime_us" or "cpu.rt_period_us", ErrorCode.EINVAL) =>
            "The cgroups above must have realtime time to give: cpu.rt_runtime_us of each, from the uppermost down.",
        ("devices.allow", ErrorCode.EPERM) => "The cgroup above does not allow that device, so no cgroup below can.",
        (_, ErrorCode.ENODEV or ErrorCode.ENXIO) => "There is no such device on this host.",
        _ => null,
    };
}
