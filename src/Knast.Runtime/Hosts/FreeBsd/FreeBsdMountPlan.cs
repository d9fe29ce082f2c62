using System.Globalization;
using Knast.Native.FreeBsd.Mounts;

namespace Knast.Runtime.Hosts.FreeBsd;

/// <summary>Decides the mounts of a container.</summary>
internal static class FreeBsdMountPlan
{
    /// <summary>The mounts in the order given.</summary>
    /// <param name="mounts">The configured mounts, bind sources absolute.</param>
    /// <param name="ruleset">The ruleset for devfs mounts that name none.</param>
    /// <param name="resolve">Finds the place of a destination below the root.</param>
    /// <param name="isDirectory">Whether a source is a directory.</param>
    public static IReadOnlyList<FreeBsdMountStep> Compose(
        IReadOnlyList<Oci.RuntimeSpec.Mount> mounts, ushort? ruleset, Func<string, IReadOnlyCollection<string>, string> resolve, Func<string, bool> isDirectory)
    {
        var steps = new List<FreeBsdMountStep>();
        foreach (Oci.RuntimeSpec.Mount mount in mounts)
        {
            FreeBsdMountOptions options = FreeBsdMountOptions.Parse(mount.Type, mount.Options, mount.Destination);
            string place = resolve(mount.Destination, [.. steps.Select(step => step.Destination)]);
            bool makesDirectory = options.Type != "nullfs" || isDirectory(mount.Source ?? "");
            steps.Add(new FreeBsdMountStep(place, makesDirectory, options.Type, Options(mount, options, ruleset)));
        }

        return steps;
    }

    /// <summary>Whether a configuration needs a devfs ruleset made for it.</summary>
    public static bool NeedsRuleset(IReadOnlyList<Oci.RuntimeSpec.Mount> mounts) => DevfsMounts(mounts).Any(options => options.Ruleset is null);

    /// <summary>The rules that devfs mounts without a named ruleset bring along.</summary>
    public static IReadOnlyList<string> MountRules(IReadOnlyList<Oci.RuntimeSpec.Mount> mounts) =>
        [.. DevfsMounts(mounts).Where(options => options.Ruleset is null).SelectMany(options => options.Rules)];

    /// <summary>The rulesets that devfs mounts name.</summary>
    public static IReadOnlyList<int> NamedRulesets(IReadOnlyList<Oci.RuntimeSpec.Mount> mounts) =>
        [.. DevfsMounts(mounts).Select(options => options.Ruleset).OfType<int>().Where(ruleset => ruleset > 0).Distinct()];

    private static IEnumerable<FreeBsdMountOptions> DevfsMounts(IReadOnlyList<Oci.RuntimeSpec.Mount> mounts) => mounts
        .Select(mount => FreeBsdMountOptions.Parse(mount.Type, mount.Options, mount.Destination))
        .Where(options => options.Type == "devfs");

    private static List<MountOption> Options(Oci.RuntimeSpec.Mount mount, FreeBsdMountOptions options, ushort? ruleset)
    {
        string from = options.Type is "nullfs" or "unionfs" or "zfs" ? mount.Source ?? "" : options.Type;
        List<MountOption> all = [MountOption.Text("from", from), .. options.Options.Select(MountOption.Parse)];
        int number = options.Ruleset ?? ruleset ?? 0;
        if (options.Type == "devfs" && number > 0)
        {
            all.Add(MountOption.Text("ruleset", number.ToString(CultureInfo.InvariantCulture)));
        }

        return all;
    }
}
