using Knast.Native.FreeBsd.Abi;

namespace Knast.Native.FreeBsd.Routes;

/// <summary>struct rt_msghdr (net/route.h).</summary>
[AbiStruct("rt_msghdr")]
internal static class RtMsghdrLayout
{
    [AbiSize]
    public const int Size = 152;

    [AbiField("rtm_msglen", 2)]
    public const int MessageLength = 0;

    [AbiField("rtm_version", 1)]
    public const int Version = 2;

    [AbiField("rtm_type", 1)]
    public const int Type = 3;

    [AbiField("rtm_index", 2)]
    public const int Index = 4;

    [AbiField("rtm_flags", 4)]
    public const int Flags = 8;

    [AbiField("rtm_addrs", 4)]
    public const int Addresses = 12;

    [AbiField("rtm_pid", 4)]
    public const int Process = 16;

    [AbiField("rtm_seq", 4)]
    public const int Sequence = 20;

    [AbiField("rtm_errno", 4)]
    public const int Errno = 24;

    [AbiField("rtm_inits", 8)]
    public const int Initialised = 32;

    [AbiField("rtm_rmx.rmx_mtu", 8)]
    public const int Mtu = 48;

    [AbiField("rtm_rmx.rmx_expire", 8)]
    public const int Expires = 64;

    [AbiField("rtm_rmx.rmx_weight", 8)]
    public const int Weight = 120;
}
