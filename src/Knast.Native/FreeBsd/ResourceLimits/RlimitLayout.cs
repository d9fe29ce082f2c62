using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.ResourceLimits;

/// <summary>struct rlimit (sys/resource.h).</summary>
[AbiStruct("rlimit")]
internal static class RlimitLayout
{
    [AbiSize]
    public const int Size = 16;

    [AbiField("rlim_cur", 8)]
    public const int Current = 0;

    [AbiField("rlim_max", 8)]
    public const int Maximum = 8;
}
