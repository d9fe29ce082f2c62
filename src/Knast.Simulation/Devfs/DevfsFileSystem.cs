using Knast.Native.Files;
using Knast.Simulation.Files;

namespace Knast.Simulation.Devfs;

/// <summary>One mount of devfs(5): its own entries, hidden and changed by the rules that were applied to it.</summary>
internal sealed class DevfsFileSystem : FileSystem
{
    private readonly SimulatedMachine _machine;
    private readonly DevfsNode _root;
    private readonly DevfsRuleRunner _runner;
    private ulong _lastInode = 1;

    public DevfsFileSystem(SimulatedMachine machine, ushort ruleset)
    {
        _machine = machine;
        _runner = new DevfsRuleRunner(machine.Rulesets);
        _root = new DevfsNode(this, FileType.Directory, null);
        Ruleset = ruleset;
        machine.Rulesets.Use(ruleset, isUsed: true);
        foreach (Device device in machine.Devices.All)
        {
            Add(device);
        }

        machine.Devices.Added += Add;
        machine.Devices.Removed += Remove;
    }

    public override string TypeName => "devfs";

    public override Node Root => _root;

    /// <summary>The ruleset that new devices get, 0 for none.</summary>
    public ushort Ruleset { get; private set; }

    public override long TotalBytes => 0;

    public override long FreeBytes => 0;

    public ulong NextInode() => ++_lastInode;

    public override void Unmounted()
    {
        _machine.Devices.Added -= Add;
        _machine.Devices.Removed -= Remove;
        _machine.Rulesets.Use(Ruleset, isUsed: false);
    }

    /// <summary>Uses another ruleset for devices to come.</summary>
    public void Use(ushort ruleset, bool applies)
    {
        _machine.Rulesets.Use(ruleset, isUsed: true);
        _machine.Rulesets.Use(Ruleset, isUsed: false);
        Ruleset = ruleset;
        if (applies)
        {
            Apply(ruleset);
        }
    }

    /// <summary>Applies a ruleset to all that is there.</summary>
    public void Apply(ushort ruleset)
    {
        foreach (DevfsRule rule in _machine.Rulesets.Find(ruleset)?.Rules.Values.ToArray() ?? [])
        {
            Apply(rule);
        }
    }

    /// <summary>Applies a rule to all that is there.</summary>
    public void Apply(DevfsRule rule)
    {
        foreach (DevfsNode node in _root.All.ToArray())
        {
            _runner.Run(rule, node);
            node.HidesDots |= node.IsDirectory && rule is { HasHiding: true, Hides: true, HasPattern: false, HasDriverFlags: false };
        }
    }

    /// <summary>Applies the rules of the mount to a new entry.</summary>
    public void ApplyTo(DevfsNode node)
    {
        if (Ruleset != 0)
        {
            _runner.RunSet(Ruleset, node);
        }
    }

    private void Add(Device device)
    {
        string[] names = device.Path.Split('/');
        DevfsNode here = _root;
        foreach (string name in names[..^1])
        {
            if (here.Find(name) is not { } next)
            {
                next = here.Add(name, new DevfsNode(this, FileType.Directory, null));
                ApplyTo(next);
            }

            here = next;
        }

        FileType type = device.LinksTo is null ? FileType.CharacterDevice : FileType.SymbolicLink;
        ApplyTo(here.Add(names[^1], new DevfsNode(this, type, device.LinksTo is null ? device : null, device.LinksTo ?? "")));
    }

    private void Remove(Device device)
    {
        string[] names = device.Path.Split('/');
        DevfsNode? here = _root;
        foreach (string name in names[..^1])
        {
            here = here?.Find(name);
        }

        here?.Forget(names[^1]);
    }
}
