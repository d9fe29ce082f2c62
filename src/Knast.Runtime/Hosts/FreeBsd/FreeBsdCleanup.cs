using System.Diagnostics;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Mounts;
using Knast.Native.FreeBsd.ResourceLimits;
using Knast.Native.Kernel;
using Knast.Runtime.State;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Removes what a container has in a FreeBSD kernel, in the reverse of the order in which it was made. What is not there is no error.</summary>
internal sealed class FreeBsdCleanup
{
    private readonly IKernel _kernel;
    private readonly DevfsRulesets _rulesets;

    public FreeBsdCleanup(IKernel kernel, DevfsRulesets rulesets)
    {
        _kernel = kernel;
        _rulesets = rulesets;
    }

    /// <summary>Removes all.</summary>
    /// <exception cref="KnastException"><c>MountBusy</c>: a mount cannot be removed.</exception>
    public void Run(JailHostRecord record, TimeSpan timeout)
    {
        RemoveJail(record.Jail);
        Unmount(record, timeout);
        if (record.Ruleset is { } ruleset)
        {
            _rulesets.Remove(ruleset);
        }

        if (record.HasResourceRules)
        {
            RctlRemoveRule.Invoke(_kernel, RctlRule.OfJail(record.Jail));
        }
    }

    /// <summary>The mounts at a directory and below it, the last made first.</summary>
    public static IReadOnlyList<MountStatus> MountsBelow(IKernel kernel, string root) =>
    [
        .. Getfsstat.Invoke(kernel)
            .Where(mount => mount.Destination == root || mount.Destination.StartsWith(root + "/", StringComparison.Ordinal))
            .Reverse(),
    ];

    // It kills every process of the jail; a jail that still has sockets closing stays as a dying one and is nobody's any more.
    private void RemoveJail(string name)
    {
        if (JailGet.TryInvoke(_kernel, JailKey.Name(name), [KnownJailParameters.Jid]) is { } jail)
        {
            JailRemove.Invoke(_kernel, jail.Jid);
        }
    }

    private void Unmount(JailHostRecord record, TimeSpan timeout)
    {
        long start = Stopwatch.GetTimestamp();
        int pause = 1;
        while (true)
        {
            MountStatus[] own = [.. MountsBelow(_kernel, record.Root).Where(mount => !record.ForeignMounts.Contains(mount.Id.ToString()))];
            MountStatus[] busy = [.. own.Where(mount => !TryUnmount(mount, isForced: Stopwatch.GetElapsedTime(start) > timeout / 2))];
            if (busy.Length == 0)
            {
                return;
            }

            if (Stopwatch.GetElapsedTime(start) > timeout)
            {
                throw new KnastException(
                    "MountBusy", KnastErrorKind.Kernel, $"The mount of {busy[0].Source} on {busy[0].Destination} is in use and cannot be removed.", busy[0].Destination);
            }

            Thread.Sleep(pause);
            pause = Math.Min(pause * 2, 50);
        }
    }

    private bool TryUnmount(MountStatus mount, bool isForced)
    {
        try
        {
            Native.FreeBsd.Mounts.Unmount.Invoke(_kernel, mount.Id, isForced);
            return true;
        }
        catch (NativeException error) when (error.Code == ErrorCode.EBUSY)
        {
            return false;
        }
    }
}
