using System.Text;

namespace Knast.Oci.ImageSpec;

/// <summary>Identifies a stack of layers applied in order (image-spec config.md, "Layer ChainID").</summary>
public static class ChainId
{
    /// <summary>The identifiers of each stack from the lowest layer up: the n-th stands for the first n layers.</summary>
    /// <param name="diffIds">The digests of the uncompressed layers, the lowest first.</param>
    public static IReadOnlyList<Digest> Of(IReadOnlyList<Digest> diffIds)
    {
        ArgumentNullException.ThrowIfNull(diffIds);
        var chain = new List<Digest>(diffIds.Count);
        foreach (var diffId in diffIds)
            chain.Add(chain.Count == 0 ? diffId : Digest.OfContent(Encoding.ASCII.GetBytes($"{chain[^1]} {diffId}")));
        return chain;
    }
}
