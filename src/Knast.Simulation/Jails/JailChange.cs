namespace Knast.Simulation.Jails;

/// <summary>Sets the parameters of a jail, and passes restrictions on to those below it.</summary>
internal sealed class JailChange(JailSettings settings, JailTarget target, Jail jail)
{
    /// <summary>Sets them.</summary>
    public void Apply()
    {
        SetAddresses(jail.Addresses4, settings.Addresses4, settings.SourceSelection4);
        SetAddresses(jail.Addresses6, settings.Addresses6, settings.SourceSelection6);
        SetRestrictions();
        if (target.Name is { } name)
        {
            jail.Component = name.Length > 0 ? name : jail.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        SetHost();
        SetAllowances();
        jail.IsPersistent = settings.Persist ?? jail.IsPersistent;
    }

    private static void SetAddresses(JailAddresses addresses, byte[]? list, bool? selectsSource)
    {
        if (list is not null)
        {
            (addresses.IsRestricted, addresses.List) = (true, list);
        }

        addresses.SelectsSource = selectsSource ?? addresses.SelectsSource;
    }

    private void SetRestrictions()
    {
        jail.SecureLevel = settings.SecureLevel ?? jail.SecureLevel;
        jail.ChildrenMax = settings.ChildrenMax ?? jail.ChildrenMax;
        jail.EnforceStatfs = settings.EnforceStatfs ?? jail.EnforceStatfs;
        jail.DevfsRuleset = settings.DevfsRuleset ?? jail.DevfsRuleset;
        foreach (Jail below in jail.Descendants)
        {
            below.SecureLevel = Math.Max(below.SecureLevel, settings.SecureLevel ?? below.SecureLevel);
            below.EnforceStatfs = Math.Max(below.EnforceStatfs, settings.EnforceStatfs ?? below.EnforceStatfs);
            below.DevfsRuleset = settings.DevfsRuleset ?? below.DevfsRuleset;
            if (settings.ChildrenMax is { } most)
            {
                below.ChildrenMax = Math.Max(0, Math.Min(below.ChildrenMax, most - Depth(below)));
            }
        }
    }

    private int Depth(Jail below) => below == jail ? 0 : 1 + Depth(below.Parent!);

    private void SetHost()
    {
        bool isGivenUp = settings.HostSystem == JailSystem.Inherit && !settings.NamesHost;
        if (isGivenUp)
        {
            jail.HasHost = false;
            Copy(jail.Parent!.Host, jail.Host);
        }
        else if (settings.HostSystem == JailSystem.New || settings.NamesHost)
        {
            jail.HasHost = true;
            jail.Host.Hostname = settings.Hostname ?? jail.Host.Hostname;
            jail.Host.Domainname = settings.Domainname ?? jail.Host.Domainname;
            jail.Host.Uuid = settings.HostUuid ?? jail.Host.Uuid;
            jail.Host.Id = settings.HostId ?? jail.Host.Id;
        }

        jail.PassHostOn();
    }

    private static void Copy(JailHost from, JailHost to) =>
        (to.Hostname, to.Domainname, to.Uuid, to.Id) = (from.Hostname, from.Domainname, from.Uuid, from.Id);

    private void SetAllowances()
    {
        foreach ((string name, bool isAllowed) in settings.Allow)
        {
            if (isAllowed)
            {
                jail.Allowed.Add(name);
                continue;
            }

            jail.Allowed.Remove(name);
            foreach (Jail below in jail.Descendants)
            {
                below.Allowed.Remove(name);
            }
        }
    }
}
