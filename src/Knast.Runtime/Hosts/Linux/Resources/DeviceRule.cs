using System.Globalization;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>Allows or denies the use of devices. Of all rules that match a use, the last one counts.</summary>
/// <param name="IsAllowed">Whether it allows.</param>
/// <param name="Kind">The kind.</param>
/// <param name="Major">The major number; null for all.</param>
/// <param name="Minor">The minor number; null for all.</param>
/// <param name="Access">What it is about.</param>
/// <param name="Pointer">What asked for it, as a JSON pointer.</param>
internal sealed record DeviceRule(bool IsAllowed, DeviceKind Kind, uint? Major, uint? Minor, DeviceAccess Access, string Pointer)
{
    /// <summary>Whether it is about every use of every device.</summary>
    public bool IsAboutAll => Kind == DeviceKind.Any && Major is null && Minor is null && Access == DeviceAccess.All;

    /// <summary>Whether it is about every device that another rule is about.</summary>
    public bool Covers(DeviceRule other) =>
        (Kind == DeviceKind.Any || Kind == other.Kind)
        && (Major is null || Major == other.Major)
        && (Minor is null || Minor == other.Minor);

    /// <summary>Whether there can be a device that both are about.</summary>
    public bool Overlaps(DeviceRule other) =>
        (Kind == DeviceKind.Any || other.Kind == DeviceKind.Any || Kind == other.Kind)
        && (Major is null || other.Major is null || Major == other.Major)
        && (Minor is null || other.Minor is null || Minor == other.Minor);

    /// <summary>The devices and uses as cgroup v1 writes them (kernel admin-guide/cgroup-v1/devices.rst): <c>c 1:3 rwm</c>.</summary>
    public string ToVersion1() =>
        IsAboutAll ? "a" : $"{Letter} {Number(Major)}:{Number(Minor)} {Letters(Access)}";

    /// <summary>As <see cref="ToVersion1"/>, with what becomes of them.</summary>
    public override string ToString() => $"{(IsAllowed ? "allow" : "deny")} {ToVersion1()}";

    private char Letter => Kind switch
    {
        DeviceKind.Block => 'b',
        DeviceKind.Character => 'c',
        _ => 'a',
    };

    private static string Number(uint? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "*";

    private static string Letters(DeviceAccess access) =>
        (access.HasFlag(DeviceAccess.Read) ? "r" : "") + (access.HasFlag(DeviceAccess.Write) ? "w" : "") + (access.HasFlag(DeviceAccess.Make) ? "m" : "");
}
