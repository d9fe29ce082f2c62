using Knast.Native.Kernel;
using Knast.Native.Linux.Processes;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Sets resource limits (setrlimit(2)).</summary>
internal static class LimitSteps
{
    /// <summary>Sets the limits of the process.</summary>
    public static void Add(LinuxStepContext context, ContainerProcess process)
    {
        foreach (PosixRlimit limit in process.Rlimits)
        {
            SystemCall call = Prlimit.Compose(context.Target, LinuxResourceLimit.ToNumber(limit.Type), limit.Soft, limit.Hard);
            call.Subject = $"{limit.Type} soft={limit.Soft} hard={limit.Hard}";
            context.Builder.Call(call);
        }
    }
}
