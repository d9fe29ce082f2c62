using Knast.Native.Files;

namespace Knast.Simulation.Devfs;

/// <summary>Carries out rules on entries (devfs_rule_run).</summary>
internal sealed class DevfsRuleRunner(DevfsRulesetTable rulesets)
{
    private const int Deepest = 1;

    /// <summary>Carries a rule out on an entry where it matches.</summary>
    public void Run(DevfsRule rule, DevfsNode node) => Run(rule, node, Deepest);

    /// <summary>Carries all rules of a set out.</summary>
    public void RunSet(ushort number, DevfsNode node) => RunSet(number, node, Deepest);

    private static bool Matches(DevfsRule rule, DevfsNode node)
    {
        if (rule.HasDriverFlags)
        {
            return false;
        }

        bool isNamed = node.Parent is not null && node.Type is FileType.CharacterDevice or FileType.SymbolicLink or FileType.Directory && node.Name.Length > 0;
        return !rule.HasPattern || (isNamed && PathPattern.Matches(rule.Pattern, node.Path));
    }

    private void Run(DevfsRule rule, DevfsNode node, int depth)
    {
        if (!Matches(rule, node))
        {
            return;
        }

        node.IsHidden = rule.HasHiding && rule.Unhides ? false : (rule.HasHiding && rule.Hides) || node.IsHidden;
        node.Attributes.Owner = rule.HasUser ? rule.User : node.Attributes.Owner;
        node.Attributes.Group = rule.HasGroup ? rule.Group : node.Attributes.Group;
        node.Attributes.Mode = rule.HasMode ? rule.Mode : node.Attributes.Mode;
        if (rule.HasInclude && depth > 0)
        {
            RunSet(rule.Include, node, depth - 1);
        }
    }

    private void RunSet(ushort number, DevfsNode node, int depth)
    {
        foreach (DevfsRule rule in rulesets.Find(number)?.Rules.Values.ToArray() ?? [])
        {
            Run(rule, node, depth);
        }
    }
}
