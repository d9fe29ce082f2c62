using Knast.Native.Kernel;

namespace Knast.Simulation.PacketFilter.Anchors;

/// <summary>A rule's call of an anchor (pf_kanchor_setup and pf_kanchor_copyout of pf_ruleset.c).</summary>
/// <param name="Target">The anchor.</param>
/// <param name="Levels">1 for a path from where the rule is, one more for each step up, 0 for a path from the main ruleset.</param>
/// <param name="IsWildcard">Whether all anchors below the target are meant.</param>
internal sealed record AnchorCall(Anchor Target, byte Levels, bool IsWildcard)
{
    private const string Up = "../";

    /// <summary>Resolves what a rule names.</summary>
    /// <param name="tree">The anchors; one that is missing is made.</param>
    /// <param name="from">Where the rule is.</param>
    /// <param name="path">What it names, not empty.</param>
    /// <exception cref="KernelError">EINVAL: beyond the main ruleset, or no path.</exception>
    public static AnchorCall Resolve(AnchorTree tree, Anchor from, string path)
    {
        byte levels = 0;
        string whole = path.TrimStart('/');
        if (path[0] != '/')
        {
            levels = 1;
            string above = from.Path;
            while (whole.StartsWith(Up, StringComparison.Ordinal))
            {
                KernelError.Unless(above.Length > 0, ErrorCode.EINVAL);
                above = above[..Math.Max(0, above.LastIndexOf('/'))];
                whole = whole[Up.Length..];
                levels++;
            }

            whole = above.Length > 0 ? $"{above}/{whole}" : whole;
        }

        bool isWildcard = whole.EndsWith("/*", StringComparison.Ordinal);
        Anchor? target = tree.FindOrMake(isWildcard ? whole[..^2] : whole);
        KernelError.Unless(target is { IsMain: false }, ErrorCode.EINVAL);
        return new AnchorCall(target!, levels, isWildcard);
    }

    /// <summary>The call in words, as it is read back.</summary>
    public string Describe(Anchor from)
    {
        string text = "/" + Target.Path;
        if (Levels > 0)
        {
            string above = from.Path;
            text = "";
            for (int level = 1; level < Levels; level++)
            {
                above = above[..Math.Max(0, above.LastIndexOf('/'))];
                text += Up;
            }

            text += Target.Path.Length > above.Length ? Target.Path[(above.Length > 0 ? above.Length + 1 : 0)..] : "";
        }

        return !IsWildcard ? text : text.Length > 0 ? text + "/*" : "*";
    }
}
