using Knast.Native.Kernel;

namespace Knast.Simulation.Devfs;

/// <summary>All rulesets of devfs(8).</summary>
internal sealed class DevfsRulesetTable
{
    private const ushort Step = 100;

    private readonly SortedDictionary<ushort, DevfsRuleset> _sets = [];

    public IEnumerable<DevfsRuleset> All => _sets.Values;

    public DevfsRuleset? Find(ushort number) => _sets.GetValueOrDefault(number);

    /// <summary>A rule by its identifier.</summary>
    public DevfsRule? FindRule(uint id) => Find((ushort)(id >> 16))?.Rules.GetValueOrDefault((ushort)id);

    /// <summary>Adds a rule; number 0 stands for the next.</summary>
    /// <exception cref="KernelError">ESRCH: it includes what is not there. ERANGE: no number is left.</exception>
    public void Add(DevfsRule rule)
    {
        DevfsRuleset? included = rule.HasInclude ? Find(rule.Include) ?? throw new KernelError(ErrorCode.ESRCH) : null;
        DevfsRuleset set = FindOrMake(rule.Ruleset);
        int number = rule.Number != 0 ? rule.Number : set.Rules.Count == 0 ? Step : set.Rules.Keys.Last() + Step;
        KernelError.Unless(number <= ushort.MaxValue, ErrorCode.ERANGE);
        rule.Id = ((uint)rule.Ruleset << 16) | (uint)number;
        set.Rules.Add((ushort)number, rule);
        if (included is not null)
        {
            included.References++;
        }
    }

    /// <summary>Removes a rule.</summary>
    public void Remove(DevfsRule rule)
    {
        if (rule.HasInclude && Find(rule.Include) is { } included)
        {
            included.References--;
            Reap(included);
        }

        DevfsRuleset set = _sets[rule.Ruleset];
        set.Rules.Remove(rule.Number);
        Reap(set);
    }

    /// <summary>A mount uses a ruleset, or no longer does.</summary>
    public void Use(ushort number, bool isUsed)
    {
        if (number != 0)
        {
            DevfsRuleset set = FindOrMake(number);
            set.References += isUsed ? 1 : -1;
            Reap(set);
        }
    }

    private DevfsRuleset FindOrMake(ushort number)
    {
        if (!_sets.TryGetValue(number, out DevfsRuleset? set))
        {
            set = new DevfsRuleset(number);
            _sets.Add(number, set);
        }

        return set;
    }

    private void Reap(DevfsRuleset set)
    {
        if (set.Rules.Count == 0 && set.References == 0)
        {
            _sets.Remove(set.Number);
        }
    }
}
