namespace Knast.Simulation.Options;

/// <summary>Names of options and their negations (vfs_equalopts).</summary>
internal static class OptionNames
{
    /// <summary>Whether two options say the same, or one the opposite of the other.</summary>
    public static bool AreAboutTheSame(string first, string second) => first == second || Negated(first) == second || Negated(second) == first
        || (first is "ro" or "rdonly" or "rw" or "noro" && second is "ro" or "rdonly" or "rw" or "noro");

    /// <summary>The other form: <c>persist</c> and <c>nopersist</c>, <c>allow.mount</c> and <c>allow.nomount</c>.</summary>
    public static string Negated(string name)
    {
        int start = name.LastIndexOf('.') + 1;
        return name[..start] + "no" + name[start..];
    }
}
