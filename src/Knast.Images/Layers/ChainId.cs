using System.Text;
using Knast.Oci;

namespace Knast.Images.Layers;

/// <summary>Names layers together with all below them (image-spec config.md, "Layer ChainID").</summary>
public static class ChainId
{
    /// <summary>The chain ids of an image's layers.</summary>
    /// <param name="diffIds">The layers' digests, the lowest first.</param>
    /// <returns>One for each layer.</returns>
    public static IReadOnlyList<Digest> Compute(IReadOnlyList<Digest> diffIds)
    {
        ArgumentNullException.ThrowIfNull(diffIds);
        var chain = new List<Digest>(diffIds.Count);
        foreach (Digest diffId in diffIds)
        {
            chain.Add(chain.Count == 0 ? diffId : Digest.OfContent(Encoding.UTF8.GetBytes($"{chain[^1]} {diffId}")));
        }

        return chain;
    }
}
