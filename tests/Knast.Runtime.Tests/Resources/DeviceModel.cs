using Knast.Native.Linux.Bpf;
using Knast.Runtime.Hosts.Linux.Resources;

namespace Knast.Runtime.Tests.Resources;

/// <summary>What rules mean, said as plainly as possible, and how a kernel runs a program of them.</summary>
internal static class DeviceModel
{
    /// <summary>Each use is decided by the last rule that matches; what none matches is denied.</summary>
    public static bool IsAllowed(IReadOnlyList<DeviceRule> rules, DeviceKind kind, uint major, uint minor, DeviceAccess access)
    {
        foreach (DeviceAccess use in new[] { DeviceAccess.Read, DeviceAccess.Write, DeviceAccess.Make }.Where(use => access.HasFlag(use)))
        {
            DeviceRule? rule = rules.LastOrDefault(rule => rule.Access.HasFlag(use)
                && (rule.Kind == DeviceKind.Any || rule.Kind == kind)
                && (rule.Major is null || rule.Major == major)
                && (rule.Minor is null || rule.Minor == minor));
            if (rule is not { IsAllowed: true })
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Runs a program as the kernel does (instruction-set.rst).</summary>
    public static bool Run(IReadOnlyList<BpfInstruction> program, DeviceKind kind, uint major, uint minor, DeviceAccess access)
    {
        uint[] context = [((uint)access << 16) | (uint)kind, major, minor];
        uint[] registers = new uint[6];
        for (int at = 0; ; at++)
        {
            BpfInstruction now = program[at];
            ref uint destination = ref registers[(int)now.Destination];
            switch (now.Opcode)
            {
                case 0x61:
                    Assert.Equal(BpfRegister.R1, now.Source);
                    destination = context[now.Offset / 4];
                    break;
                case 0x54:
                    destination &= (uint)now.Immediate;
                    break;
                case 0x74:
                    destination >>= now.Immediate;
                    break;
                case 0xB4:
                    destination = (uint)now.Immediate;
                    break;
                case 0x56:
                    at += destination != (uint)now.Immediate ? now.Offset : 0;
                    break;
                case 0x46:
                    at += (destination & (uint)now.Immediate) != 0 ? now.Offset : 0;
                    break;
                case 0x05:
                    at += now.Offset;
                    break;
                default:
                    Assert.Equal(0x95, now.Opcode);
                    return registers[0] == 1;
            }
        }
    }

    /// <summary>
    /// What cgroup v1 makes of a list of exceptions (security/device_cgroup.c): where all is denied, one exception must allow all the uses;
    /// where all is allowed, no exception may be about any of them.
    /// </summary>
    public static bool IsAllowedInVersion1(DeviceExceptions list, DeviceKind kind, uint major, uint minor, DeviceAccess access)
    {
        bool Matches(DeviceRule rule) => (rule.Kind == kind || rule.Kind == DeviceKind.Any) && (rule.Major ?? major) == major && (rule.Minor ?? minor) == minor;
        return list.AllowsByDefault
            ? !list.Exceptions.Any(rule => Matches(rule) && (rule.Access & access) != 0)
            : list.Exceptions.Any(rule => Matches(rule) && (rule.Access & access) == access);
    }
}
