namespace Knast.Simulation.PacketFilter.Rules;

/// <summary>
/// Rules that no list has any more. They hold on to their tables and to the anchors that they call until they are swept up: some time later, and not before
/// their states are over (pf_purge_unlinked_rules).
/// </summary>
internal sealed class UnlinkedRules
{
    // The kernel takes up to some ten seconds.
    private static readonly TimeSpan s_delay = TimeSpan.FromSeconds(1);

    private readonly List<(FilterRule Rule, DateTimeOffset Since)> _rules = [];

    public void Add(IEnumerable<FilterRule> rules) => _rules.AddRange(rules.Select(static rule => (rule, DateTimeOffset.UtcNow)));

    /// <summary>Sweeps up what has been there long enough.</summary>
    public void Sweep()
    {
        DateTimeOffset last = DateTimeOffset.UtcNow - s_delay;
        foreach ((FilterRule Rule, DateTimeOffset Since) unlinked in _rules.Where(one => one.Since <= last && one.Rule.Counters.States == 0).ToArray())
        {
            _rules.Remove(unlinked);
            unlinked.Rule.Release();
        }
    }
}
