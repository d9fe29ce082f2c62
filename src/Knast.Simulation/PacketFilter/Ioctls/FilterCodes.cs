using Knast.Native.FreeBsd.Abi;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>Requests to /dev/pf (net/pfvar.h).</summary>
internal static class FilterCodes
{
    [AbiConstant("DIOCSTART")]
    public const uint Start = 0x20004401;

    [AbiConstant("DIOCSTOP")]
    public const uint Stop = 0x20004402;

    [AbiConstant("DIOCADDRULE")]
    public const uint AddRule = 0xCBE04404;

    [AbiConstant("DIOCGETRULES")]
    public const uint GetRules = 0xCBE04406;

    [AbiConstant("DIOCGETRULENV")]
    public const uint GetRule = 0xC0184407;

    [AbiConstant("DIOCGETSTATUSNV")]
    public const uint GetStatus = 0xC0184415;

    [AbiConstant("DIOCKILLSTATESNV")]
    public const uint KillStates = 0xC0184429;

    [AbiConstant("DIOCBEGINADDRS")]
    public const uint BeginAddresses = 0xC4704433;

    [AbiConstant("DIOCADDADDR")]
    public const uint AddAddress = 0xC4704434;

    [AbiConstant("DIOCGETADDRS")]
    public const uint GetAddresses = 0xC4704435;

    [AbiConstant("DIOCGETADDR")]
    public const uint GetAddress = 0xC4704436;

    [AbiConstant("DIOCGETRULESETS")]
    public const uint GetRulesets = 0xC444443A;

    [AbiConstant("DIOCGETRULESET")]
    public const uint GetRuleset = 0xC444443B;

    [AbiConstant("DIOCRCLRTABLES")]
    public const uint ClearTables = 0xC450443C;

    [AbiConstant("DIOCRADDTABLES")]
    public const uint AddTables = 0xC450443D;

    [AbiConstant("DIOCRDELTABLES")]
    public const uint DeleteTables = 0xC450443E;

    [AbiConstant("DIOCRGETTABLES")]
    public const uint GetTables = 0xC450443F;

    [AbiConstant("DIOCRCLRADDRS")]
    public const uint ClearEntries = 0xC4504442;

    [AbiConstant("DIOCRADDADDRS")]
    public const uint AddEntries = 0xC4504443;

    [AbiConstant("DIOCRDELADDRS")]
    public const uint DeleteEntries = 0xC4504444;

    [AbiConstant("DIOCRSETADDRS")]
    public const uint SetEntries = 0xC4504445;

    [AbiConstant("DIOCRGETADDRS")]
    public const uint GetEntries = 0xC4504446;

    [AbiConstant("DIOCXBEGIN")]
    public const uint Begin = 0xC0104451;

    [AbiConstant("DIOCXCOMMIT")]
    public const uint Commit = 0xC0104452;

    [AbiConstant("DIOCXROLLBACK")]
    public const uint Rollback = 0xC0104453;

    /// <summary>FreeBSD 15 has it for programs of FreeBSD 14.</summary>
    [AbiConstant("DIOCGETSTATESV2", Release = "13.2")]
    public const uint GetStates = 0xC018445D;
}
