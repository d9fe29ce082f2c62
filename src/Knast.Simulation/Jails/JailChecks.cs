using System.Globalization;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Jails;

/// <summary>What is checked before a jail is made or changed.</summary>
internal sealed class JailChecks(CallContext call, Jail own, JailSettings settings, JailTarget target)
{
    private const int LargestRuleset = 65535;
    private const int LongestName = 255;

    /// <summary>Demands that all is well.</summary>
    /// <exception cref="KernelError">EPERM, EINVAL, EADDRINUSE, ENAMETOOLONG.</exception>
    public void Require()
    {
        if (target.Jail is { } existing)
        {
            RequireUnchanged(existing);
        }
        else
        {
            for (Jail? here = own; here is not null; here = here.Parent)
            {
                KernelError.Unless(here.Descendants.Count() < here.ChildrenMax, ErrorCode.EPERM, "prison limit exceeded");
            }
        }

        Jail parent = target.Parent;
        KernelError.Unless(settings.SecureLevel is null || settings.SecureLevel >= parent.SecureLevel, ErrorCode.EPERM);
        KernelError.Unless(settings.ChildrenMax is null || settings.ChildrenMax < parent.ChildrenMax, ErrorCode.EPERM);
        KernelError.Unless(settings.EnforceStatfs is null || settings.EnforceStatfs >= parent.EnforceStatfs, ErrorCode.EPERM);
        RequireRuleset(parent);
        RequireAddresses(parent, settings.Addresses4, static jail => jail.Addresses4, "IPv4");
        RequireAddresses(parent, settings.Addresses6, static jail => jail.Addresses6, "IPv6");
        RequireName();
        bool isWithin = settings.Allow.All(entry => !entry.IsAllowed || parent.Allows(entry.Name) || JailAllowances.MayDiffer.Contains(entry.Name));
        KernelError.Unless(isWithin, ErrorCode.EPERM);
    }

    private void RequireUnchanged(Jail jail)
    {
        bool hasAddresses = settings.Addresses4 is not null || settings.Addresses6 is not null;
        KernelError.Unless(!jail.HasVnet || !hasAddresses, ErrorCode.EINVAL, "vnet jails cannot have IP address restrictions");
        KernelError.Unless(
            settings.Addresses4 is null || jail.Addresses4.IsRestricted, ErrorCode.EINVAL, "ip4 cannot be changed after creation");
        KernelError.Unless(
            settings.Addresses6 is null || jail.Addresses6.IsRestricted, ErrorCode.EINVAL, "ip6 cannot be changed after creation");
    }

    private void RequireRuleset(Jail parent)
    {
        if (settings.DevfsRuleset is { } ruleset)
        {
            KernelError.Unless(ruleset is >= 0 and <= LargestRuleset, ErrorCode.EINVAL);
            bool isNested = call.Process.Credentials.IsInJail && ruleset > 0 && ruleset != parent.DevfsRuleset;
            KernelError.Unless(!isNested, ErrorCode.EPERM);
        }
    }

    private void RequireAddresses(Jail parent, byte[]? list, Func<Jail, JailAddresses> of, string family)
    {
        if (list is null || list.Length == 0)
        {
            return;
        }

        int size = of(parent).Size;
        HashSet<string> wanted = [.. list.Chunk(size).Select(Convert.ToHexString)];
        HashSet<string> parents = [.. of(parent).All.Select(Convert.ToHexString)];
        KernelError.Unless(!of(parent).IsRestricted || wanted.IsSubsetOf(parents), ErrorCode.EPERM);
        foreach (Jail other in parent.Vnet.Descendants)
        {
            bool isApart = other == target.Jail || other.Vnet != parent.Vnet || !other.IsAlive || !of(other).IsRestricted;
            bool isSingle = wanted.Count == 1 && of(other).All.Count() == 1;
            KernelError.Unless(
                isApart || isSingle || !of(other).All.Any(address => wanted.Contains(Convert.ToHexString(address))),
                ErrorCode.EADDRINUSE, family + " addresses clash");
        }
    }

    private void RequireName()
    {
        if (target.Name is not { Length: > 0 } name)
        {
            return;
        }

        int id = target.Jail?.Id ?? target.Id;
        bool isNumber = name.All(char.IsAsciiDigit);
        bool isItsId = id != 0 && name == id.ToString(CultureInfo.InvariantCulture);
        KernelError.Unless(!isNumber || isItsId, ErrorCode.EINVAL, "name cannot be numeric (unless it is the jid)");
        int prefix = target.Parent.IsRoot ? 0 : target.Parent.NameFor(call.Machine.Jails.Root).Length + 1;
        KernelError.Unless(prefix + name.Length <= LongestName, ErrorCode.ENAMETOOLONG);
    }
}
