using Knast.Native.Files;

namespace Knast.Native.FreeBsd.Files;

/// <summary>The kernel's <c>dev_t</c> and its two parts (sys/types.h, <c>makedev</c>): bytes MMMmmmMm.</summary>
internal static class DeviceNumbers
{
    /// <summary>Makes one number of two.</summary>
    public static ulong Encode(DeviceNumber device) =>
        ((ulong)(device.Major & 0xFFFFFF00) << 32) | ((device.Major & 0xFF) << 8)
        | ((ulong)(device.Minor & 0xFF00) << 24) | (device.Minor & 0xFFFF00FF);

    /// <summary>Makes two numbers of one.</summary>
    public static DeviceNumber Decode(ulong device) => new(
        (uint)((device >> 32) & 0xFFFFFF00) | (uint)((device >> 8) & 0xFF),
        (uint)((device >> 24) & 0xFF00) | (uint)(device & 0xFFFF00FF));
}
