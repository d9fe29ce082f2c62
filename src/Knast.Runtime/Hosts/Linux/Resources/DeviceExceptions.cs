namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// Rules as cgroup v1 knows them: all devices are allowed or all denied, with a list of exceptions
/// (kernel admin-guide/cgroup-v1/devices.rst; security/device_cgroup.c).
/// </summary>
internal sealed class DeviceExceptions
{
    private readonly List<DeviceRule> _exceptions = [];

    private DeviceExceptions()
    {
    }

    /// <summary>Whether what no exception is about is allowed.</summary>
    public bool AllowsByDefault { get; private set; }

    /// <summary>The exceptions, none of which takes back another.</summary>
    public IReadOnlyList<DeviceRule> Exceptions => _exceptions;

    /// <summary>Brings rules, of which the last that matches counts, into this form.</summary>
    /// <exception cref="KnastException"><c>NotSupported</c>: an exception from an exception, which the kernel would pass over in silence.</exception>
    public static DeviceExceptions From(IReadOnlyList<DeviceRule> rules)
    {
        var state = new DeviceExceptions();
        foreach (DeviceRule rule in rules)
        {
            state.Apply(rule);
        }

        return state;
    }

    private void Apply(DeviceRule rule)
    {
        if (rule.IsAboutAll)
        {
            AllowsByDefault = rule.IsAllowed;
            _exceptions.Clear();
        }
        else if (rule.IsAllowed == AllowsByDefault)
        {
            TakeBack(rule);
        }
        else
        {
            Add(rule);
        }
    }

    private void Add(DeviceRule rule)
    {
        int same = _exceptions.FindIndex(other => other.Covers(rule) && rule.Covers(other));
        if (same < 0)
        {
            _exceptions.Add(rule);
        }
        else
        {
            _exceptions[same] = _exceptions[same] with { Access = _exceptions[same].Access | rule.Access };
        }
    }

    private void TakeBack(DeviceRule rule)
    {
        for (int index = _exceptions.Count - 1; index >= 0; index--)
        {
            DeviceRule exception = _exceptions[index];
            if ((exception.Access & rule.Access) == 0 || !exception.Overlaps(rule))
            {
                continue;
            }

            if (!rule.Covers(exception))
            {
                throw ResourceRefusal.NotSupported(
                    rule.Pointer, $"cgroup v1 cannot {rule} after it was told to {exception}: it knows no exceptions from exceptions.",
                    "Name the devices one by one, or leave out the wider rule.");
            }

            DeviceAccess left = exception.Access & ~rule.Access;
            if (left == DeviceAccess.None)
            {
                _exceptions.RemoveAt(index);
            }
            else
            {
                _exceptions[index] = exception with { Access = left };
            }
        }
    }
}
