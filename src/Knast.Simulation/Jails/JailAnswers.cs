using Knast.Native.Kernel;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>What jail_get(2) says of a jail.</summary>
internal sealed class JailAnswers(SimulatedMachine machine, Jail own, Jail jail, OptionList options)
{
    /// <summary>Fills the options in; one that means nothing is refused.</summary>
    /// <exception cref="KernelError">EINVAL.</exception>
    public void Write()
    {
        WriteIdentity();
        WriteHost();
        WriteRestrictions();
        WriteSystems();
        foreach (string name in JailAllowances.Known(machine))
        {
            Bool("allow." + name, jail.Allowed.Contains(name));
        }

        Bool("dying", !jail.IsAlive);
        options.Set("osreldate", jail.OsReldate);
        options.SetText("osrelease", jail.OsRelease);
        JailModuleParameters.Get(machine, jail, options);
        foreach (Option option in options.All)
        {
            KernelError.Unless(option.IsSeen || option.Name == "errmsg", ErrorCode.EINVAL, "unknown parameter: " + option.Name);
        }
    }

    private void WriteIdentity()
    {
        options.Set("jid", jail.Id);
        options.Set("parent", jail.Parent == own ? 0 : jail.Parent?.Id ?? 0);
        options.SetText("name", jail.NameFor(own));
        options.Set("cpuset.id", jail.CpusetId);
        options.SetText("path", jail.PathFor(own));
        options.SetPart("ip4.addr", jail.Addresses4.List);
        options.SetPart("ip6.addr", jail.Addresses6.List);
    }

    private void WriteHost()
    {
        options.SetText("host.hostname", jail.Host.Hostname);
        options.SetText("host.domainname", jail.Host.Domainname);
        options.SetText("host.hostuuid", jail.Host.Uuid);
        options.Set("host.hostid", BitConverter.GetBytes(jail.Host.Id));
    }

    private void WriteRestrictions()
    {
        options.Set("securelevel", jail.SecureLevel);
        options.Set("children.cur", jail.Descendants.Count());
        options.Set("children.max", jail.ChildrenMax);
        options.Set("enforce_statfs", jail.EnforceStatfs);
        options.Set("devfs_ruleset", jail.DevfsRuleset);
        Bool("persist", jail.IsPersistent);
        Bool("ip4.saddrsel", jail.Addresses4.SelectsSource);
        Bool("ip6.saddrsel", jail.Addresses6.SelectsSource);
    }

    // A jail with a list of addresses of its own and one that may use none are told alike: the list says which.
    private void WriteSystems()
    {
        options.Set("host", (int)(jail.HasHost ? JailSystem.New : JailSystem.Inherit));
        options.Set("vnet", (int)(jail.HasVnet ? JailSystem.New : JailSystem.Inherit));
        options.Set("ip4", (int)(jail.Addresses4.IsRestricted && !jail.Addresses4.IsInherited ? JailSystem.Disable : JailSystem.Inherit));
        options.Set("ip6", (int)(jail.Addresses6.IsRestricted && !jail.Addresses6.IsInherited ? JailSystem.Disable : JailSystem.Inherit));
    }

    private void Bool(string name, bool value)
    {
        options.Set(name, value ? 1 : 0);
        options.Set(OptionNames.Negated(name), value ? 0 : 1);
    }
}
