using Knast.Native.FreeBsd.Processes;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.FreeBsd.Steps;

/// <summary>Takes on the container's limits, user and groups.</summary>
internal static class FreeBsdIdentitySteps
{
    /// <summary>Limits first, then groups, then the user, who could set none of them.</summary>
    public static void Add(FreeBsdStepContext context, ContainerProcess process)
    {
        foreach (PosixRlimit limit in process.Rlimits)
        {
            var call = Setrlimit.Compose(context.Target, FreeBsdResourceLimit.ToKind(limit.Type), Bounded(limit.Soft), Bounded(limit.Hard));
            context.Call(null, call, $"{limit.Type} soft={limit.Soft} hard={limit.Hard}");
        }

        ContainerUser user = process.User;
        context.Call(null, Setgroups.Compose(context.Target, user.Gid, user.AdditionalGids), $"groups {string.Join(", ", user.AdditionalGids)}");
        context.Call(null, Setresgid.Compose(context.Target, user.Gid), $"group {user.Gid}");
        context.Call(null, Setresuid.Compose(context.Target, user.Uid), $"user {user.Uid}");
        if (process.NoNewPrivileges)
        {
            context.Call(null, ProcctlNoNewPrivileges.Compose(context.Target), "no new privileges");
        }
    }

    // Callers write Linux's largest number for no limit.
    private static ulong Bounded(ulong limit) => Math.Min(limit, Setrlimit.Infinity);
}
