using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Terminals;

namespace Knast.Simulation.Devfs;

/// <summary>The devices of a machine, in the order in which the release makes them.</summary>
internal sealed class DeviceTable
{
    private const string Order13 =
        "reroot random urandom devctl devctl2 console geom.ctl fd/0 fd/1 fd/2 stdin stdout stderr auditpipe audit ctty klog fido bpf bpf0 mem kmem full null zero "
        + "pci io acpi apmctl apm hpet0 ttyu0 ttyu0.init ttyu0.lock cuau0 cuau0.init cuau0.lock ufssuspend pfil mdctl devstat vtbd0 pf vtbd0p1 vtbd0p2 ptmx";

    private const string Order15 =
        "reroot random urandom devctl2 console devctl geom.ctl mem kmem full null zero pci fido fd/0 fd/1 fd/2 stdin stdout stderr klog ctty bpf bpf0 auditpipe audit "
        + "io acpi apmctl apm hpet0 ttyu0 ttyu0.init ttyu0.lock cuau0 cuau0.init cuau0.lock ufssuspend pfil mdctl devstat pf vtbd0 vtbd0p1 vtbd0p2 ptmx";

    private readonly List<Device> _devices = [];
    private ulong _lastNumber = 2;

    public DeviceTable(SimulatedMachine machine)
    {
        foreach (string path in (machine.Release.Is15 ? Order15 : Order13).Split(' '))
        {
            _devices.Add(Known(machine, path));
        }
    }

    /// <summary>Told of a new one.</summary>
    public event Action<Device>? Added;

    /// <summary>Told of one that is gone.</summary>
    public event Action<Device>? Removed;

    public IReadOnlyList<Device> All => _devices;

    public ulong NextNumber() => ++_lastNumber;

    public void Add(Device device)
    {
        _devices.Add(device);
        Added?.Invoke(device);
    }

    public void Remove(Device device)
    {
        _devices.Remove(device);
        Removed?.Invoke(device);
    }

    private static OpenFile OpenDescriptor(CallContext call, int number) => call.Process.Descriptors.Get(number);

    private Device Known(SimulatedMachine machine, string path) => path switch
    {
        "null" => new Device(path, NextNumber(), 0x1B6) { Open = static (_, _) => new NullFile() },
        "zero" => new Device(path, NextNumber(), 0x1B6) { Open = static (_, _) => new PatternFile(isFull: false) },
        "full" => new Device(path, NextNumber(), 0x1B6) { Open = static (_, _) => new PatternFile(isFull: true) },
        "random" => new Device(path, NextNumber(), 0x1A4) { Open = static (_, _) => new RandomFile() },
        "urandom" => new Device(path, 0, 0x1ED) { LinksTo = "random" },
        "stdin" => new Device(path, 0, 0x1ED) { LinksTo = "fd/0" },
        "stdout" => new Device(path, 0, 0x1ED) { LinksTo = "fd/1" },
        "stderr" => new Device(path, 0, 0x1ED) { LinksTo = "fd/2" },
        "fd/0" => new Device(path, NextNumber(), 0x1B6) { Open = static (call, _) => OpenDescriptor(call, 0) },
        "fd/1" => new Device(path, NextNumber(), 0x1B6) { Open = static (call, _) => OpenDescriptor(call, 1) },
        "fd/2" => new Device(path, NextNumber(), 0x1B6) { Open = static (call, _) => OpenDescriptor(call, 2) },
        "console" => new Device(path, NextNumber(), 0x180) { Open = static (_, _) => new NullFile() },
        "pf" => new Device(path, NextNumber(), 0x180) { Open = (_, _) => new PacketFilterFile(machine) },
        "ctty" => new Device(path, NextNumber(), 0x1B6)
        {
            Open = (call, flags) => machine.Terminals.OfSession(call.Process.SessionId) is { } own ? new TerminalFile(own, flags) : throw new KernelError(ErrorCode.ENXIO),
        },
        "ptmx" => new Device(path, NextNumber(), 0x1B6),
        "mem" or "kmem" => new Device(path, NextNumber(), 0x1A0) { Group = 2 },
        _ => new Device(path, NextNumber(), 0x180),
    };
}
