using Knast.Native.Kernel;
using Knast.Oci;

namespace Knast.Images.Store;

/// <summary>Chooses among platforms (image-spec image-index.md, "platform"), a variant that is not asked for exactly as containerd does: the newest that runs.</summary>
internal static class PlatformChoice
{
    /// <summary>What runs on this machine.</summary>
    public static Platform Local { get; } = new()
    {
        Os = OperatingSystem.IsFreeBSD() ? "freebsd" : "linux",
        Architecture = KernelTarget.LocalArchitecture == KernelArchitecture.Amd64 ? "amd64" : "arm64",
    };

    /// <summary>The best of several; null where none suits.</summary>
    /// <param name="candidates">Those there are; of equally good ones the first wins.</param>
    /// <param name="platformOf">The platform of one; null or empty where it does not say, which suits any.</param>
    /// <param name="wanted">What is wanted.</param>
    public static T? Choose<T>(IEnumerable<T> candidates, Func<T, Platform?> platformOf, Platform wanted)
        where T : class
    {
        T? best = null;
        int bestScore = 0;
        foreach (T candidate in candidates)
        {
            int score = Score(platformOf(candidate), wanted);
            (best, bestScore) = score > bestScore ? (candidate, score) : (best, bestScore);
        }

        return best;
    }

    // 0 means that it does not suit; the larger the better.
    private static int Score(Platform? platform, Platform wanted)
    {
        if (platform is null || platform.Os.Length == 0)
        {
            return 1;
        }

        if (platform.Os != wanted.Os || platform.Architecture != wanted.Architecture)
        {
            return 0;
        }

        string have = Variant(platform);
        string want = Variant(wanted);
        return have == want ? 4 : want.Length > 0 && have.Length > 0 && !IsOlder(have, want) ? 0 : 2;
    }

    private static bool IsOlder(string have, string want) => have.Length == want.Length && string.CompareOrdinal(have, want) < 0;

    // arm64 is v8 where nothing is said, amd64 is v1, and 32 bit arm is v7.
    private static string Variant(Platform platform) => platform switch
    {
        { Variant: { Length: > 0 } variant } => variant,
        { Architecture: "arm64" } => "v8",
        { Architecture: "amd64" } => "v1",
        { Architecture: "arm" } => "v7",
        _ => "",
    };
}
