using Knast.Native.FreeBsd.Devfs;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Makes and removes devfs rulesets (devfs(8)).</summary>
internal sealed class DevfsRulesets
{
    // Numbers of people's own devfs.rules files are small.
    private const ushort First = 20_000;
    private const ushort Last = 60_000;

    private readonly IKernel _kernel;
    private readonly KernelFiles _files;

    public DevfsRulesets(IKernel kernel, KernelFiles files)
    {
        _kernel = kernel;
        _files = files;
    }

    /// <summary>Claims a ruleset that nobody uses, by adding its first rule, which hides all.</summary>
    /// <param name="onChosen">Told of the number before it is claimed.</param>
    /// <exception cref="KnastException"><c>DevfsRulesetsExhausted</c>.</exception>
    public ushort Claim(Action<ushort> onChosen)
    {
        using KernelDescriptor devfs = OpenDevfs();
        HashSet<ushort> taken = [.. DevfsRulesetGetNext.List(_kernel, devfs)];
        for (ushort number = First; number < Last; number++)
        {
            if (taken.Contains(number))
            {
                continue;
            }

            onChosen(number);
            if (TryClaim(devfs, number))
            {
                return number;
            }
        }

        throw new KnastException("DevfsRulesetsExhausted", KnastErrorKind.Kernel, $"All devfs rulesets from {First} to {Last} are taken.");
    }

    /// <summary>Adds the other rules.</summary>
    public void Fill(IEnumerable<DevfsRule> rules)
    {
        using KernelDescriptor devfs = OpenDevfs();
        foreach (DevfsRule rule in rules)
        {
            DevfsRuleAdd.Invoke(_kernel, devfs, rule);
        }
    }

    /// <summary>Whether a ruleset has a rule.</summary>
    public bool Exists(int ruleset)
    {
        using KernelDescriptor devfs = OpenDevfs();
        return DevfsRulesetGetNext.List(_kernel, devfs).Contains((ushort)ruleset);
    }

    /// <summary>Removes a ruleset with all its rules; none there is no error.</summary>
    public void Remove(ushort ruleset)
    {
        using KernelDescriptor devfs = OpenDevfs();
        foreach (DevfsRule rule in DevfsRuleGetNext.List(_kernel, devfs, ruleset))
        {
            DevfsRuleDelete.Invoke(_kernel, devfs, ruleset, rule.Number);
        }
    }

    private bool TryClaim(KernelDescriptor devfs, ushort number)
    {
        try
        {
            DevfsRuleAdd.Invoke(_kernel, devfs, DevfsRulesetPlan.Compose(number, [], [])[0]);
            return true;
        }
        catch (NativeException error) when (error.Code == ErrorCode.EEXIST)
        {
            return false;
        }
    }

    private KernelDescriptor OpenDevfs() => _files.Open("/dev", FileOpenFlags.ReadOnly | FileOpenFlags.Directory);
}
