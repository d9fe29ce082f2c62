using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>The networks of a table (pfr_add_addrs and what is next to it). What became of each entry is not told, though it may be asked for.</summary>
internal static class TableEntryRequests
{
    /// <summary>DIOCRCLRADDRS.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL; ESRCH: no such table; EPERM: a constant one.</exception>
    public static void Clear(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        argument.RequireElements(0);
        argument.RequireFlags(mayBeTrial: true);
        FilterTable table = Changeable(filter, argument);
        argument.Answer(PfiocTableLayout.Deleted, table.Entries.Count);
        if (!argument.IsTrial)
        {
            table.Clear();
        }
    }

    /// <summary>DIOCRADDADDRS.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL, EFAULT; ESRCH: no such table; EPERM: a constant one.</exception>
    public static void Add(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        byte[] bytes = ReadBuffer(call, argument);
        FilterTable table = Changeable(filter, argument);
        Dictionary<TableEntry, bool> added = Parse(bytes)
            .Where(entry => !table.Entries.ContainsKey(entry.Key)).ToDictionary(static entry => entry.Key, static entry => entry.Value);
        foreach ((TableEntry entry, bool isNegated) in argument.IsTrial ? [] : added)
        {
            table.Add(entry, isNegated);
        }

        argument.Answer(PfiocTableLayout.Added, added.Count);
    }

    /// <summary>DIOCRDELADDRS: an entry that is negated the other way stays.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL, EFAULT; ESRCH: no such table; EPERM: a constant one.</exception>
    public static void Delete(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        byte[] bytes = ReadBuffer(call, argument);
        FilterTable table = Changeable(filter, argument);
        KeyValuePair<TableEntry, bool>[] deleted =
            [.. Parse(bytes).Where(entry => table.Entries.TryGetValue(entry.Key, out bool isNegated) && isNegated == entry.Value)];
        foreach ((TableEntry entry, bool isNegated) in argument.IsTrial ? [] : deleted)
        {
            table.Remove(entry, isNegated);
        }

        argument.Answer(PfiocTableLayout.Deleted, deleted.Length);
    }

    /// <summary>DIOCRSETADDRS.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL, EFAULT; ESRCH: no such table; EPERM: a constant one.</exception>
    public static void Set(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        byte[] bytes = ReadBuffer(call, argument);
        FilterTable table = Changeable(filter, argument);
        Dictionary<TableEntry, bool> wanted = Parse(bytes);
        TableEntry[] gone = [.. table.Entries.Keys.Where(entry => !wanted.ContainsKey(entry))];
        argument.Answer(PfiocTableLayout.Added, wanted.Keys.Count(entry => !table.Entries.ContainsKey(entry)));
        argument.Answer(PfiocTableLayout.Deleted, gone.Length);
        argument.Answer(PfiocTableLayout.Changed, wanted.Count(entry => table.Entries.TryGetValue(entry.Key, out bool isNegated) && isNegated != entry.Value));
        if (argument.IsTrial)
        {
            return;
        }

        foreach (TableEntry entry in gone)
        {
            table.Remove(entry, table.Entries[entry]);
        }

        foreach ((TableEntry entry, bool isNegated) in wanted)
        {
            table.Set(entry, isNegated);
        }
    }

    /// <summary>DIOCRGETADDRS: as many as there are, or only how many.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL, EFAULT; ESRCH: no such table.</exception>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        argument.RequireElements(PfrAddrLayout.Size);
        argument.RequireCount(ErrorCode.EINVAL);
        argument.RequireFlags();
        argument.Table.Require(isChange: false);
        FilterTable table = filter.Tables.Require(argument.Table.Anchor, argument.Table.Name);
        byte[] entries = new byte[argument.Count * PfrAddrLayout.Size];
        int offset = 0;
        foreach ((TableEntry entry, bool isNegated) in table.Entries.Count <= argument.Count ? table.InOrder : [])
        {
            entry.Write(entries.AsSpan(offset), isNegated);
            offset += PfrAddrLayout.Size;
        }

        argument.WriteBuffer(call, entries);
        argument.Answer(PfiocTableLayout.Count, table.Entries.Count);
    }

    private static byte[] ReadBuffer(CallContext call, TableArgument argument)
    {
        argument.RequireElements(PfrAddrLayout.Size);
        argument.RequireCount(ErrorCode.EINVAL);
        return argument.ReadBuffer(call, PfrAddrLayout.Size);
    }

    private static FilterTable Changeable(VnetFilter filter, TableArgument argument)
    {
        argument.RequireFlags(mayBeTrial: true, mayGiveFeedback: true);
        argument.Table.Require();
        FilterTable table = filter.Tables.Require(argument.Table.Anchor, argument.Table.Name);
        KernelError.Unless(!table.Flags.HasFlag(PacketFilterTableFlags.Constant), ErrorCode.EPERM);
        return table;
    }

    // The first of two that are the same counts.
    private static Dictionary<TableEntry, bool> Parse(byte[] bytes)
    {
        var entries = new Dictionary<TableEntry, bool>();
        foreach (byte[] one in bytes.Chunk(PfrAddrLayout.Size))
        {
            (TableEntry entry, bool isNegated) = TableEntry.Read(one);
            entries.TryAdd(entry, isNegated);
        }

        return entries;
    }
}
