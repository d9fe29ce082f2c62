using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>struct pfioc_ruleset (net/pfvar.h).</summary>
[AbiStruct("pfioc_ruleset")]
internal static class PfiocRulesetLayout
{
    [AbiSize]
    public const int Size = 1092;

    [AbiField("nr", 4)]
    public const int Number = 0;

    [AbiField("path", 1024)]
    public const int Path = 4;

    [AbiField("name", 64)]
    public const int Name = 1028;
}
