using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;

namespace Knast.Simulation.Processes;

/// <summary>kenv(2), and reboot(2), which nobody here may.</summary>
internal static class EnvironmentCalls
{
    private const int Get = 0;
    private const int Set = 1;
    private const int Unset = 2;
    private const int LongestName = 128;

    public static void Register(SystemCallTable table)
    {
        table.Add(390, Environment);
        table.Add(55, Reboot);
    }

    private static long Environment(CallContext call)
    {
        int action = call.Int32(0);
        KernelError.Unless(action is Get or Set or Unset, ErrorCode.EINVAL);
        string name = call.Memory.ReadText(call.Address(1), LongestName);
        Dictionary<string, string> environment = call.Machine.BootEnvironment;
        if (action == Get)
        {
            byte[] value = Encoding.Latin1.GetBytes((environment.GetValueOrDefault(name) ?? throw new KernelError(ErrorCode.ENOENT)) + "\0");
            int count = Math.Min(value.Length, call.Length(3));
            call.Memory.Write(call.Address(2), value.AsSpan(0, count));
            return value.Length;
        }

        KernelError.Unless(call.Process.Credentials is { IsSuperuser: true, IsInJail: false }, ErrorCode.EPERM);
        if (action == Unset)
        {
            KernelError.Unless(environment.Remove(name), ErrorCode.ENOENT);
            return 0;
        }

        environment[name] = call.Memory.ReadText(call.Address(2), LongestName);
        return 0;
    }

    private static long Reboot(CallContext call)
    {
        KernelError.Unless(call.Process.Credentials is { IsSuperuser: true, IsInJail: false }, ErrorCode.EPERM);
        throw new KernelPanicException("A simulated machine is not rebooted by a call: dispose it.");
    }
}
