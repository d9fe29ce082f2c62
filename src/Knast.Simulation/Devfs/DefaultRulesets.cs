namespace Knast.Simulation.Devfs;

/// <summary>The rulesets that the host's start-up makes (/etc/defaults/devfs.rules): jails use number 4.</summary>
internal static class DefaultRulesets
{
    private static readonly (ushort Number, ushort[] Includes, string[] Unhidden)[] s_sets =
    [
        (2, [], ["null", "zero", "crypto", "random", "urandom"]),
        (3, [], ["ptyp*", "ptyq*", "ptmx", "pts", "pts/*", "fd", "fd/*", "stdin", "stdout", "stderr", "ctty", "tty"]),
        (4, [1, 2, 3], ["fuse", "zfs"]),
        (5, [1, 2, 3, 4], ["pf"]),
    ];

    /// <summary>Makes them.</summary>
    public static void Load(DevfsRulesetTable table)
    {
        table.Add(DevfsRule.HideAll(1));
        foreach ((ushort number, ushort[] includes, string[] unhidden) in s_sets)
        {
            foreach (ushort included in includes)
            {
                table.Add(DevfsRule.Including(number, included));
            }

            foreach (string path in unhidden)
            {
                table.Add(DevfsRule.Unhiding(number, path));
            }
        }
    }
}
