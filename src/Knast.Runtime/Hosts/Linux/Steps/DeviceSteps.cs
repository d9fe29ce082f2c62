using Knast.Native.Kernel;
using Knast.Native.Linux.Files;
using Knast.Native.Programs;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts.Linux.Steps;

/// <summary>Makes the devices and links that every container has (runtime-spec config-linux.md "Default Devices"), and those of the configuration.</summary>
internal static class DeviceSteps
{
    private const uint PublicMode = 0x1B6;

    private static readonly LinuxDevice[] Defaults =
    [
        Default("/dev/null", 1, 3), Default("/dev/zero", 1, 5), Default("/dev/full", 1, 7),
        Default("/dev/random", 1, 8), Default("/dev/urandom", 1, 9), Default("/dev/tty", 5, 0),
    ];

    private static readonly (string Name, string Content)[] Links =
    [
        ("fd", "/proc/self/fd"), ("stdin", "/proc/self/fd/0"), ("stdout", "/proc/self/fd/1"), ("stderr", "/proc/self/fd/2"), ("ptmx", "pts/ptmx"),
    ];

    /// <summary>All devices that the container gets: a configured one wins over a default.</summary>
    public static IReadOnlyList<LinuxDevice> All(RuntimeConfig config)
    {
        IReadOnlyList<LinuxDevice> own = config.Linux?.Devices ?? [];
        return [.. Defaults.Where(device => own.All(other => other.Path != device.Path)), .. own];
    }

    /// <summary>Makes devices and links, unless /dev is the host's by a bind mount.</summary>
    public static void Add(LinuxStepContext context, RuntimeConfig config)
    {
        Mount? dev = config.Mounts.LastOrDefault(mount => mount.Destination.TrimEnd('/') == "/dev");
        if (dev is not null && (dev.Type == "bind" || LinuxMountOptions.Parse(dev.Options).IsBind))
        {
            return;
        }

        foreach (LinuxDevice device in All(config))
        {
            Make(context, device);
        }

        PathSteps.Ensure(context, context.Place, "/dev", isDirectory: true);
        foreach ((string name, string content) in Links)
        {
            SystemCall call = Symlinkat.Compose(context.Target, content, context.Place, name);
            call.Subject = $"/dev/{name}";
            context.Builder.Call(call, OnErrno.Continue(ErrorCode.EEXIST), OnErrno.Continue(ErrorCode.EROFS));
        }

        context.Builder.Call(Close.Compose(context.Target, context.Place));
    }

    private static void Make(LinuxStepContext context, LinuxDevice device)
    {
        int slash = device.Path.LastIndexOf('/');
        PathSteps.Ensure(context, context.Place, slash <= 0 ? "/" : device.Path[..slash], isDirectory: true);
        string name = device.Path[(slash + 1)..];
        var made = new ProgramLabel();
        SystemCall call = Mknodat.Compose(context.Target, context.Place, name, TypeBits(device) | (device.FileMode ?? PublicMode), Number(device));
        call.Subject = device.Path;
        context.Builder.Call(call, OnErrno.GoTo(ErrorCode.EEXIST, made));
        if ((device.Uid ?? 0) != 0 || (device.Gid ?? 0) != 0)
        {
            context.Builder.Call(Fchownat.Compose(context.Target, context.Place, name, device.Uid ?? 0, device.Gid ?? 0));
        }

        context.Builder.Mark(made);
        context.Builder.Call(Close.Compose(context.Target, context.Place));
    }

    // sys/stat.h: S_IFCHR, S_IFBLK, S_IFIFO
    private static uint TypeBits(LinuxDevice device) => device.Type switch
    {
        "c" or "u" => 0x2000,
        "b" => 0x6000,
        "p" => 0x1000,
        _ => throw new KnastException(
            "DeviceTypeUnknown", KnastErrorKind.InvalidData, $"The device {device.Path} has the type \"{device.Type}\"; c, u, b and p are known.", device.Path),
    };

    // linux/kdev_t.h: new_encode_dev
    private static ulong Number(LinuxDevice device)
    {
        if (device.Type == "p")
        {
            return 0;
        }

        ulong major = (ulong)(device.Major ?? 0), minor = (ulong)(device.Minor ?? 0);
        return (minor & 0xFF) | (major << 8) | ((minor & ~0xFFUL) << 12);
    }

    private static LinuxDevice Default(string path, long major, long minor) =>
        new() { Path = path, Type = "c", Major = major, Minor = minor, FileMode = PublicMode };
}
