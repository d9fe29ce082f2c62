using Knast.Native.Kernel;
using Knast.Native.Linux.Processes;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Takes on the container's user, groups and capabilities (credentials(7), capabilities(7)).</summary>
internal static class IdentitySteps
{
    // prctl(2): PR_CAP_AMBIENT_RAISE
    private const long AmbientRaise = 2;

    /// <summary>Gives up capabilities for good, then becomes the user.</summary>
    /// <param name="context">The program.</param>
    /// <param name="process">The configured process.</param>
    /// <param name="available">The capabilities that this process may give.</param>
    public static void Add(LinuxStepContext context, ContainerProcess process, ulong available)
    {
        ulong Bits(IReadOnlyList<string>? names) => LinuxCapabilitySet.ToBits(names ?? [], available);
        LinuxCapabilities? sets = process.Capabilities;
        ulong bounding = Bits(sets?.Bounding);
        for (int bit = 0; bit < LinuxCapabilitySet.Names.Count; bit++)
        {
            if ((available & ~bounding & (1UL << bit)) != 0)
            {
                Setting(context, ProcessSetting.DropBoundingCapability, bit, 0, $"drop {LinuxCapabilitySet.Names[bit]}");
            }
        }

        Setting(context, ProcessSetting.KeepCapabilities, 1, 0, "keep capabilities");
        BecomeUser(context, process.User);
        Setting(context, ProcessSetting.KeepCapabilities, 0, 0, "keep capabilities no longer");
        SystemCall capset = Capset.Compose(context.Target, Bits(sets?.Effective), Bits(sets?.Permitted), Bits(sets?.Inheritable));
        capset.Subject = "capabilities of the process";
        context.Builder.Call(capset);

        // The kernel raises none that is not inheritable as well; runtimes leave such ones out, and their own default configurations name some.
        ulong raisable = Bits(sets?.Permitted) & Bits(sets?.Inheritable);
        foreach (string name in (sets?.Ambient ?? []).Where(name => (Bits([name]) & raisable) != 0))
        {
            long bit = long.TrailingZeroCount((long)Bits([name]));
            Setting(context, ProcessSetting.AmbientCapability, AmbientRaise, bit, $"ambient {name}");
        }

        if (process.NoNewPrivileges)
        {
            Setting(context, ProcessSetting.NoNewPrivileges, 1, 0, "no new privileges");
        }
    }

    private static void BecomeUser(LinuxStepContext context, ContainerUser user)
    {
        SystemCall groups = Setgroups.Compose(context.Target, user.AdditionalGids);
        groups.Subject = $"groups {string.Join(", ", user.AdditionalGids)}";
        context.Builder.Call(groups);
        SystemCall group = Setresgid.Compose(context.Target, user.Gid);
        group.Subject = $"group {user.Gid}";
        context.Builder.Call(group);
        SystemCall own = Setresuid.Compose(context.Target, user.Uid);
        own.Subject = $"user {user.Uid}";
        context.Builder.Call(own);
    }

    private static void Setting(LinuxStepContext context, ProcessSetting setting, long value, long second, string subject)
    {
        SystemCall call = Prctl.Compose(context.Target, setting, value, second);
        call.Subject = subject;
        context.Builder.Call(call);
    }
}
