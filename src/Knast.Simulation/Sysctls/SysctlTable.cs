using System.Buffers.Binary;
using System.Text;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;

namespace Knast.Simulation.Sysctls;

/// <summary>The sysctls of a machine, by number and by name.</summary>
internal sealed class SysctlTable
{
    private static readonly Dictionary<string, int> s_top = new()
    {
        ["kern"] = 1,
        ["vm"] = 2,
        ["vfs"] = 3,
        ["net"] = 4,
        ["debug"] = 5,
        ["hw"] = 6,
        ["machdep"] = 7,
        ["user"] = 8,
        ["p1003_1b"] = 9,
        ["compat"] = 256,
        ["security"] = 257,
    };

    private readonly List<SysctlEntry> _entries = [];
    private readonly Dictionary<string, int[]> _nodes = new();
    private int _lastNumber = 1000;

    public SysctlTable(SimulatedMachine machine)
    {
        Machine = machine;
        KernelSysctls.Register(this);
        ProcessSysctls.Register(this);
        JailSysctls.Register(this);
        NetworkSysctls.Register(this);
        _entries.Sort(static (first, second) => first.Oid.AsSpan().SequenceCompareTo(second.Oid));
    }

    public SimulatedMachine Machine { get; }

    /// <summary>All of them by number.</summary>
    public IEnumerable<SysctlEntry> All => _entries.Where(IsThere);

    /// <summary>Adds a value under a number of its own below its parent.</summary>
    public void Add(string name, Func<string, int[], SysctlEntry> make, int number = -1)
    {
        int dot = name.TrimEnd('.').LastIndexOf('.');
        _entries.Add(make(name, [.. NodeOf(name[..dot]), number >= 0 ? number : ++_lastNumber]));
    }

    /// <summary>Adds a number that never changes, or that a function gives.</summary>
    public void AddInt32(string name, Func<CallContext, int> read, Action<CallContext, int>? write = null, int number = -1) => Add(name, (full, oid) => new SysctlEntry(oid, full)
    {
        Flags = SysctlEntry.Readable | SysctlEntry.Int | (write is null ? 0 : SysctlEntry.Writable),
        Read = (call, _) => BitConverter.GetBytes(read(call)),
        Write = write is null ? null : (call, value) => write(call, value.Length == 4 ? BinaryPrimitives.ReadInt32LittleEndian(value) : throw new KernelError(ErrorCode.EINVAL)),
    }, number);

    /// <summary>Adds a number that can be set, which nothing else depends on.</summary>
    public void AddInt32(string name, int value)
    {
        int current = value;
        AddInt32(name, _ => current, (_, given) => current = given);
    }

    /// <summary>Adds a string.</summary>
    public void AddText(string name, Func<CallContext, string> read, Action<CallContext, string>? write = null, int number = -1, bool isJailWritable = false) =>
        Add(name, (full, oid) => new SysctlEntry(oid, full)
        {
            Flags = SysctlEntry.Readable | SysctlEntry.Text | (write is null ? 0 : SysctlEntry.Writable),
            Format = "A",
            Read = (call, _) => Encoding.Latin1.GetBytes(read(call) + "\0"),
            Write = write is null ? null : (call, value) => write(call, Encoding.Latin1.GetString(value).TrimEnd('\0')),
            IsJailWritable = isJailWritable,
        }, number);

    /// <summary>Finds a value by its numbers, which more may follow.</summary>
    public SysctlEntry? Find(ReadOnlySpan<int> oid)
    {
        foreach (SysctlEntry entry in _entries)
        {
            bool isIt = entry.TakesMore ? oid.StartsWith(entry.Oid) : oid.SequenceEqual(entry.Oid);
            if (isIt && IsThere(entry))
            {
                return entry;
            }
        }

        return null;
    }

    /// <summary>Finds a value or a node by its name.</summary>
    public int[]? Find(string name) => All.FirstOrDefault(entry => entry.Name == name)?.Oid
        ?? (_nodes.TryGetValue(name.TrimEnd('.'), out int[]? node) ? node : s_top.TryGetValue(name, out int top) ? [top] : null);

    /// <summary>The first value after some numbers.</summary>
    public SysctlEntry? After(int[] oid) => All.FirstOrDefault(entry => entry.Oid.AsSpan().SequenceCompareTo(oid) > 0 && (entry.Flags & SysctlEntry.Skipped) == 0);

    /// <summary>Whether some numbers are those of a node.</summary>
    public bool IsNode(int[] oid) => _nodes.Values.Any(node => node.AsSpan().SequenceEqual(oid)) || (oid.Length == 1 && s_top.ContainsValue(oid[0]));

    /// <summary>The numbers of a node, which is made where it is missing.</summary>
    public int[] NodeOf(string name, int number = -1)
    {
        int dot = name.LastIndexOf('.');
        if (dot < 0)
        {
            return [s_top[name]];
        }

        if (!_nodes.TryGetValue(name, out int[]? oid))
        {
            oid = [.. NodeOf(name[..dot]), number >= 0 ? number : ++_lastNumber];
            _nodes.Add(name, oid);
        }

        return oid;
    }

    // Parameters of jails come and go with modules.
    private bool IsThere(SysctlEntry entry) => JailSysctls.IsThere(Machine, entry.Name);
}
