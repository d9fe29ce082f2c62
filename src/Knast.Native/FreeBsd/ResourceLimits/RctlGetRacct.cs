using System.Globalization;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>rctl_get_racct(2): what a subject uses now.</summary>
public static class RctlGetRacct
{
    /// <summary>Makes the call. The answer is block 1.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="subject">A filter with subject and id only.</param>
    /// <param name="room">Bytes for the answer.</param>
    public static SystemCall Compose(KernelTarget target, RctlRule subject, int room)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return RctlText.Arguments(FreeBsdSystemCall.RctlGetRacct(target), subject.ToString(), room);
    }

    /// <summary>Asks what a subject uses.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="subject">A filter with subject and id only.</param>
    /// <returns>Amounts by resource, in the resource's unit (rctl(8), RESOURCES).</returns>
    /// <exception cref="NativeException">
    /// ENOSYS: accounting is off (<c>kern.racct.enable</c>); EINVAL: no such subject; ESRCH: no such process; EPERM: no privilege.
    /// </exception>
    /// <exception cref="FormatException">The kernel wrote something else.</exception>
    public static IReadOnlyDictionary<string, long> Invoke(IKernel kernel, RctlRule subject)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var usage = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (string entry in RctlText.Ask(kernel, room => Compose(kernel.Target, subject, room)))
        {
            int equals = entry.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !long.TryParse(entry.AsSpan(equals + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long amount))
            {
                throw new FormatException($"rctl_get_racct gave \"{entry}\", which is not resource=amount.");
            }

            usage[entry[..equals]] = amount;
        }

        return usage;
    }
}
