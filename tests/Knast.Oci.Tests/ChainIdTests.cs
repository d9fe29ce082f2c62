using System.Text;
using Knast.Oci.ImageSpec;

namespace Knast.Oci.Tests;

public sealed class ChainIdTests
{
    [Fact]
    public void A_stack_is_identified_by_the_stack_below_and_its_layer()
    {
        var (a, b, c) = (Digest.OfContent("a"u8), Digest.OfContent("b"u8), Digest.OfContent("c"u8));
        var ab = Digest.OfContent(Encoding.ASCII.GetBytes($"{a} {b}"));
        var abc = Digest.OfContent(Encoding.ASCII.GetBytes($"{ab} {c}"));
        Assert.Equal([a, ab, abc], ChainId.Of([a, b, c]));
        Assert.Empty(ChainId.Of([]));
    }
}
