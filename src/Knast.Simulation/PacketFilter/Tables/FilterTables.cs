using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.PacketFilter.Anchors;

namespace Knast.Simulation.PacketFilter.Tables;

/// <summary>The tables of a vnet (pf_table.c).</summary>
internal sealed class FilterTables(AnchorTree anchors)
{
    /// <summary>The anchor whose tables keep the addresses of interfaces.</summary>
    public const string ReservedAnchor = "_pf";

    private const PacketFilterTableFlags OfUsers = PacketFilterTableFlags.Persistent | PacketFilterTableFlags.Constant | PacketFilterTableFlags.Counters;

    private const PacketFilterTableFlags Keeping = PacketFilterTableFlags.Active | PacketFilterTableFlags.Inactive
        | PacketFilterTableFlags.Referenced | PacketFilterTableFlags.ReferencedInAnchor;

    private readonly List<FilterTable> _tables = [];

    /// <summary>The tables of an anchor, by name.</summary>
    public IEnumerable<FilterTable> Of(string anchor) =>
        _tables.Where(table => table.Anchor.Path == anchor).OrderBy(static table => table.Name, StringComparer.Ordinal);

    /// <summary>All tables.</summary>
    public IEnumerable<FilterTable> All => _tables
        .OrderBy(static table => table.Name, StringComparer.Ordinal).ThenBy(static table => table.Anchor.Path, StringComparer.Ordinal);

    public FilterTable? Find(string anchor, string name) => _tables.Find(table => table.Name == name && table.Anchor.Path == anchor);

    /// <summary>Finds one that can be asked and changed.</summary>
    /// <exception cref="KernelError">ESRCH.</exception>
    public FilterTable Require(string anchor, string name) =>
        Find(anchor, name) is { IsActive: true } found ? found : throw new KernelError(ErrorCode.ESRCH);

    /// <summary>Adds one, or makes one count that rules only name.</summary>
    /// <returns>Whether there was something to do.</returns>
    /// <exception cref="KernelError">ENOMEM: the anchor cannot be.</exception>
    public bool Add(string anchor, string name, PacketFilterTableFlags flags)
    {
        flags |= PacketFilterTableFlags.Active;
        FilterTable? table = Find(anchor, name);
        if (table is null)
        {
            SetFlags(Make(anchors.FindOrMake(anchor) ?? throw new KernelError(ErrorCode.ENOMEM), name), flags);
            return true;
        }

        if (!table.IsActive)
        {
            SetFlags(table, (table.Flags & ~OfUsers) | flags);
            return true;
        }

        return false;
    }

    /// <summary>Takes one away; it stays, empty, while rules name it.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Delete(string anchor, string name)
    {
        if (Find(anchor, name) is not { IsActive: true } table)
        {
            return false;
        }

        SetFlags(table, table.Flags & ~PacketFilterTableFlags.Active);
        return true;
    }

    /// <summary>A rule names one, which there is from then on.</summary>
    public FilterTable Attach(Anchor anchor, string name)
    {
        FilterTable table = Find(anchor.Path, name) ?? Make(anchor, name);
        if (table.Rules++ == 0)
        {
            SetFlags(table, table.Flags | PacketFilterTableFlags.Referenced);
        }

        return table;
    }

    /// <summary>A rule that names one is gone.</summary>
    public void Detach(FilterTable table)
    {
        if (--table.Rules == 0)
        {
            SetFlags(table, table.Flags & ~PacketFilterTableFlags.Referenced);
        }
    }

    private FilterTable Make(Anchor anchor, string name)
    {
        var table = new FilterTable(anchor, name);
        if (!anchor.IsMain)
        {
            table.Root = Find("", name) ?? Make(anchors.Main, name);
            if (table.Root.Dependants++ == 0)
            {
                table.Root.Flags |= PacketFilterTableFlags.ReferencedInAnchor;
            }
        }

        anchor.Tables++;
        _tables.Add(table);
        return table;
    }

    // pfr_setflags_ktable: what nobody wants is not active, what is not active has no flags of users and no entries, what has nothing left is gone.
    private void SetFlags(FilterTable table, PacketFilterTableFlags flags)
    {
        const PacketFilterTableFlags Wanted = PacketFilterTableFlags.Referenced | PacketFilterTableFlags.ReferencedInAnchor | PacketFilterTableFlags.Persistent;
        flags &= (flags & Wanted) == 0 ? ~PacketFilterTableFlags.Active : flags;
        flags &= !flags.HasFlag(PacketFilterTableFlags.Active) ? ~OfUsers : flags;
        if ((flags & Keeping) == 0)
        {
            Destroy(table);
            return;
        }

        if (!flags.HasFlag(PacketFilterTableFlags.Active))
        {
            table.Clear();
        }

        table.Flags = flags;
    }

    private void Destroy(FilterTable table)
    {
        _tables.Remove(table);
        table.Anchor.Tables--;
        AnchorTree.RemoveIfEmpty(table.Anchor);
        if (table.Root is { } root && --root.Dependants == 0)
        {
            SetFlags(root, root.Flags & ~PacketFilterTableFlags.ReferencedInAnchor);
        }
    }
}
