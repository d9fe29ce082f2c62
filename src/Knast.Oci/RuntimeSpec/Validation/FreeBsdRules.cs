using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>The section for FreeBSD: what config-freebsd.md and its schema say, and what jail_set(2) refuses of any jail.</summary>
internal static class FreeBsdRules
{
    private const string DevicesRule = "runtime-spec config-freebsd.md#devices";
    private const string JailRule = "runtime-spec config-freebsd.md#jail";
    private const string Pointer = "/freebsd/jail";
    private const uint AllModeBits = 0xFFF;
    private const int MaxInterfaceName = 15;

    private static readonly string[] Sharing = [FreeBsdJail.New, FreeBsdJail.Inherit];
    private static readonly string[] SharingOrNone = [FreeBsdJail.New, FreeBsdJail.Inherit, FreeBsdJail.Disable];

    public static void Check(RuntimeConfig config, FreeBsdConfig freeBsd, Findings findings)
    {
        for (var i = 0; i < freeBsd.Devices.Count; i++)
            CheckDevice(freeBsd.Devices[i], $"/freebsd/devices/{i}", findings);
        if (freeBsd.Jail is not { } jail)
            return;
        CheckSharing(jail, findings);
        CheckAddresses(jail.Ip4Addr, jail.Ip4, AddressFamily.InterNetwork, "ip4", findings);
        CheckAddresses(jail.Ip6Addr, jail.Ip6, AddressFamily.InterNetworkV6, "ip6", findings);
        CheckVnet(jail, findings);
        findings.Range(jail.EnforceStatfs, 0, 2, $"{Pointer}/enforceStatfs", "The value of enforceStatfs", JailRule);
        CheckAllow(jail, findings);
    }

    private static void CheckDevice(FreeBsdDevice device, string pointer, Findings findings)
    {
        if (findings.Required(device.Path, $"{pointer}/path", "The path of the device", DevicesRule)
            && (device.Path[0] == '/' || device.Path.Split('/').Any(part => part is "" or "." or "..")))
        {
            findings.Add($"{pointer}/path", $"'{device.Path}' is no path relative to /dev, such as 'pf' or 'pts/0'.", DevicesRule);
        }

        if (device.Mode > AllModeBits)
            findings.Add($"{pointer}/mode", $"The mode {device.Mode} has bits beyond 4095 (octal 7777); it is in decimal.", DevicesRule);
    }

    private static void CheckSharing(FreeBsdJail jail, Findings findings)
    {
        findings.OneOf(jail.Host, Sharing, $"{Pointer}/host", "The value", JailRule);
        findings.OneOf(jail.Vnet, Sharing, $"{Pointer}/vnet", "The value", JailRule);
        findings.OneOf(jail.Ip4, SharingOrNone, $"{Pointer}/ip4", "The value", JailRule);
        findings.OneOf(jail.Ip6, SharingOrNone, $"{Pointer}/ip6", "The value", JailRule);
        findings.OneOf(jail.Sysvmsg, SharingOrNone, $"{Pointer}/sysvmsg", "The value", JailRule);
        findings.OneOf(jail.Sysvsem, SharingOrNone, $"{Pointer}/sysvsem", "The value", JailRule);
        findings.OneOf(jail.Sysvshm, SharingOrNone, $"{Pointer}/sysvshm", "The value", JailRule);
        findings.Text(jail.Parent, $"{Pointer}/parent", JailRule);
    }

    private static void CheckAddresses(IReadOnlyList<string> addresses, string? mode, AddressFamily family, string name, Findings findings)
    {
        var seen = new HashSet<IPAddress>();
        for (var i = 0; i < addresses.Count; i++)
        {
            var here = $"{Pointer}/{name}Addr/{i}";
            if (!TryParse(addresses[i], family, out var address))
                findings.Add(here, $"'{addresses[i]}' is no {(name == "ip4" ? "IPv4" : "IPv6")} address in numeric form.", JailRule);
            else if (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
                findings.Add(here, $"'{addresses[i]}' is the unspecified address, which a jail cannot have.", JailRule);
            else if (!seen.Add(address))
                findings.Add(here, $"'{addresses[i]}' is listed twice, which jail_set(2) refuses.", JailRule);
        }

        if (addresses.Count > 0 && mode is FreeBsdJail.Inherit or FreeBsdJail.Disable)
        {
            var message = $"Addresses are listed, but {name} is '{mode}'; they need '{FreeBsdJail.New}', or {name} left out.";
            findings.Add($"{Pointer}/{name}Addr", message, JailRule);
        }
    }

    // IPAddress also takes '10.1', '0x7f.1', a port after an IPv6 address and a scope.
    private static bool TryParse(string text, AddressFamily family, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        var isNumeric = family == AddressFamily.InterNetwork
            ? text.Split('.') is { Length: 4 } parts && parts.All(part => byte.TryParse(part, out _) && part.All(char.IsAsciiDigit))
            : text.All(c => c is ':' or '.' || char.IsAsciiHexDigit(c));
        return isNumeric && IPAddress.TryParse(text, out address) && address.AddressFamily == family;
    }

    private static void CheckVnet(FreeBsdJail jail, Findings findings)
    {
        var isOwn = jail.Vnet == FreeBsdJail.New;
        if (isOwn)
        {
            RefuseWithOwnVnet(jail.Ip4 is not null, "ip4", findings);
            RefuseWithOwnVnet(jail.Ip4Addr.Count > 0, "ip4Addr", findings);
            RefuseWithOwnVnet(jail.Ip6 is not null, "ip6", findings);
            RefuseWithOwnVnet(jail.Ip6Addr.Count > 0, "ip6Addr", findings);
            RefuseWithOwnVnet(jail.Interface is not null, "interface", findings);
        }
        else if (jail.VnetInterfaces.Count > 0)
        {
            const string Message =
                $"Interfaces can move into a network stack of the container's own only; vnet must be '{FreeBsdJail.New}'.";
            findings.Add($"{Pointer}/vnetInterfaces", Message, JailRule);
        }

        for (var i = 0; i < jail.VnetInterfaces.Count; i++)
            CheckInterface(jail.VnetInterfaces[i], $"{Pointer}/vnetInterfaces/{i}", findings);
        if (jail.Interface is not null)
            CheckInterface(jail.Interface, $"{Pointer}/interface", findings);
    }

    // The kernel's words for it: vnet jails cannot have IP address restrictions.
    private static void RefuseWithOwnVnet(bool isSet, string name, Findings findings)
    {
        if (isSet)
            findings.Add($"{Pointer}/{name}", $"{name} restricts a shared network stack; vnet '{FreeBsdJail.New}' excludes it.", JailRule);
    }

    private static void CheckInterface(string name, string pointer, Findings findings)
    {
        if (name.Length is 0 or > MaxInterfaceName || name.Any(c => c == '\0' || char.IsWhiteSpace(c)))
            findings.Add(pointer, $"'{name}' cannot name an interface: 1 to {MaxInterfaceName} characters without white space.", JailRule);
    }

    private static void CheckAllow(FreeBsdJail jail, Findings findings)
    {
        var types = jail.Allow?.Mount ?? [];
        for (var i = 0; i < types.Count; i++)
        {
            if (types[i].Length == 0 || !types[i].All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-'))
                findings.Add($"{Pointer}/allow/mount/{i}", $"'{types[i]}' cannot name a type of filesystem, such as 'tmpfs'.", JailRule);
        }
    }
}
