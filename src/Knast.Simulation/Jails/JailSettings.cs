using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>The parameters of one jail_set(2), read and checked one by one in the kernel's order.</summary>
internal sealed class JailSettings
{
    private const int LongestName = 256;
    private const int LongestUuid = 64;
    private const int LongestRelease = 32;
    private const int MostAddresses = 255;

    private readonly OptionList _options;
    private readonly JailFlags _flags;

    public JailSettings(CallContext call, OptionList options, JailFlags flags)
    {
        _options = options;
        _flags = flags;
        Id = options.Int32("jid") ?? 0;
        SecureLevel = options.Int32("securelevel");
        ChildrenMax = options.Int32("children.max");
        EnforceStatfs = options.Int32("enforce_statfs");
        KernelError.Unless(EnforceStatfs is null or (>= 0 and <= 2), ErrorCode.EINVAL);
        DevfsRuleset = options.Int32("devfs_ruleset");
        Persist = Flag("persist", "nopersist");
        SourceSelection4 = Flag("ip4.saddrsel", "ip4.nosaddrsel");
        SourceSelection6 = Flag("ip6.saddrsel", "ip6.nosaddrsel");
        HostSystem = System("host", canDisable: false);
        VnetSystem = System("vnet", canDisable: false);
        System4 = System("ip4", canDisable: true);
        System6 = System("ip6", canDisable: true);
        CheckFixed();
        Allow = [.. JailAllowances.Known(call.Machine).Select(name => (name, Flag("allow." + name, "allow." + OptionNames.Negated(name))))
            .Where(static entry => entry.Item2 is not null).Select(static entry => (entry.name, entry.Item2!.Value))];
        Name = Text("name", LongestName);
        Hostname = Text("host.hostname", LongestName);
        Domainname = Text("host.domainname", LongestName);
        HostUuid = Text("host.hostuuid", LongestUuid);
        HostId = options.UInt64("host.hostid");
        Addresses4 = Addresses("ip4.addr", 4, "IPv4");
        Addresses6 = Addresses("ip6.addr", 16, "IPv6");
        bool isVnetNamed = VnetSystem is not null;
        KernelError.Unless(
            !isVnetNamed || (System4 is null && System6 is null && Addresses4 is null && Addresses6 is null),
            ErrorCode.EINVAL, "vnet jails cannot have IP address restrictions");
        OsRelease = ReadOsRelease();
        OsReldate = ReadOsReldate();
        Path = ReadPath(call);
    }

    public int Id { get; }

    public int? SecureLevel { get; }

    public int? ChildrenMax { get; }

    public int? EnforceStatfs { get; }

    public int? DevfsRuleset { get; }

    public bool? Persist { get; }

    public bool? SourceSelection4 { get; }

    public bool? SourceSelection6 { get; }

    public JailSystem? HostSystem { get; }

    public JailSystem? VnetSystem { get; }

    public JailSystem? System4 { get; }

    public JailSystem? System6 { get; }

    public IReadOnlyList<(string Name, bool IsAllowed)> Allow { get; }

    public string? Name { get; }

    public string? Hostname { get; }

    public string? Domainname { get; }

    public string? HostUuid { get; }

    public ulong? HostId { get; }

    public byte[]? Addresses4 { get; }

    public byte[]? Addresses6 { get; }

    public string? OsRelease { get; }

    public int? OsReldate { get; }

    /// <summary>The root directory, and its path from the host's root.</summary>
    public (Node Root, string Path)? Path { get; }

    public bool NamesHost => Hostname is not null || Domainname is not null || HostUuid is not null || HostId is not null;

    private bool IsUpdate => _flags.HasFlag(JailFlags.Update);

    private bool? Flag(string name, string negated)
    {
        bool isSet = _options.Has(name);
        bool isCleared = _options.Has(negated);
        return isSet ? true : isCleared ? false : null;
    }

    private JailSystem? System(string name, bool canDisable) => _options.Int32(name) switch
    {
        null => null,
        0 when canDisable => JailSystem.Disable,
        1 => JailSystem.New,
        2 => JailSystem.Inherit,
        _ => throw new KernelError(ErrorCode.EINVAL),
    };

    private void CheckFixed()
    {
        bool isOnlyMade = (_flags & (JailFlags.Create | JailFlags.Attach)) == JailFlags.Create;
        KernelError.Unless(!isOnlyMade || Persist == true, ErrorCode.EINVAL, "new jail must persist or attach");
        KernelError.Unless(!IsUpdate || VnetSystem is null, ErrorCode.EINVAL, "vnet cannot be changed after creation");
        KernelError.Unless(!IsUpdate || System4 is null, ErrorCode.EINVAL, "ip4 cannot be changed after creation");
        KernelError.Unless(!IsUpdate || System6 is null, ErrorCode.EINVAL, "ip6 cannot be changed after creation");
    }

    private string? Text(string name, int size)
    {
        string? text = _options.Text(name);
        KernelError.Unless(text is null || _options.Find(name)!.Length <= size, ErrorCode.ENAMETOOLONG);
        return text;
    }

    private byte[]? Addresses(string name, int size, string family)
    {
        if (_options.Find(name) is not { } option)
        {
            return null;
        }

        byte[] list = option.Value ?? [];
        KernelError.Unless(list.Length % size == 0, ErrorCode.EINVAL);
        KernelError.Unless(list.Length / size <= MostAddresses, ErrorCode.EINVAL, $"too many {family} addresses");
        byte[][] addresses = [.. list.Chunk(size)];
        bool isSound = addresses.All(address => address.Any(static one => one != 0) && (size != 4 || address.Any(static one => one != 255)))
            && addresses.Select(Convert.ToHexString).Distinct().Count() == addresses.Length;
        KernelError.Unless(isSound, ErrorCode.EINVAL);
        return list;
    }

    private string? ReadOsRelease()
    {
        if (_options.Find("osrelease") is not { } option)
        {
            return null;
        }

        KernelError.Unless(!IsUpdate, ErrorCode.EINVAL, "osrelease cannot be changed after creation");
        string? text = _options.Text("osrelease");
        KernelError.Unless(option.Length < LongestRelease, ErrorCode.ENAMETOOLONG, "osrelease string must be 1-31 bytes long");
        return text;
    }

    private int? ReadOsReldate()
    {
        int? number = _options.Int32("osreldate");
        KernelError.Unless(number is null || !IsUpdate, ErrorCode.EINVAL, "osreldate cannot be changed after creation");
        KernelError.Unless(number != 0, ErrorCode.EINVAL, "osreldate cannot be 0");
        return number;
    }

    private (Node Root, string Path)? ReadPath(CallContext call)
    {
        if (_options.Find("path") is null)
        {
            return null;
        }

        KernelError.Unless(!IsUpdate, ErrorCode.EINVAL, "path cannot be changed after creation");
        Node root = call.Find(-100, _options.Text("path")!, LookupFlags.Follow).Required;
        KernelError.Unless(root.Type == FileType.Directory, ErrorCode.ENOTDIR);
        return (root, NodePath.Of(root, call.Machine.Files.Root) ?? "/");
    }
}
