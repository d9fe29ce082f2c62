using Knast.Simulation.Calls;

namespace Knast.Simulation.Jails;

/// <summary>Makes a jail with its first values.</summary>
internal static class JailBirth
{
    /// <summary>Makes one, which is not alive yet.</summary>
    public static Jail Make(CallContext call, Jail own, JailSettings settings, JailTarget target)
    {
        if (target.Dead is { } dead)
        {
            call.Machine.Jails.Renumber(dead);
        }

        Jail jail = call.Machine.Jails.Add(target.Parent, target.Id);
        jail.Root = settings.Path?.Root ?? own.Root;
        jail.Path = settings.Path?.Path ?? own.Path;
        jail.HasVnet = settings.VnetSystem == JailSystem.New;
        jail.OsRelease = settings.OsRelease ?? jail.OsRelease;
        jail.OsReldate = settings.OsReldate ?? jail.OsReldate;
        jail.CpusetId = call.Machine.Processors.Add();
        jail.Allowed.UnionWith(JailAllowances.ByDefault.Where(target.Parent.Allows));
        Restrict(jail.Addresses4, target.Parent.Addresses4, settings.System4, settings.Addresses4, jail.HasVnet);
        Restrict(jail.Addresses6, target.Parent.Addresses6, settings.System6, settings.Addresses6, jail.HasVnet);
        if (jail.HasVnet)
        {
            call.Machine.Network.JailMade(jail);
        }

        return jail;
    }

    // Without a word about a family a jail has no address of it.
    private static void Restrict(JailAddresses own, JailAddresses parent, JailSystem? system, byte[]? list, bool hasVnet)
    {
        if (hasVnet)
        {
            return;
        }

        if (system == JailSystem.Inherit && list is null)
        {
            (own.IsRestricted, own.List) = (parent.IsRestricted, parent.List);
            own.IsInherited = true;
            return;
        }

        (own.IsRestricted, own.List) = (true, list ?? []);
    }
}
