using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.PacketFilter.Anchors;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>Tables are made, deleted and listed (pfr_add_tables and what is next to it).</summary>
internal static class TableRequests
{
    private const PacketFilterTableFlags OfUsers = PacketFilterTableFlags.Persistent | PacketFilterTableFlags.Constant | PacketFilterTableFlags.Counters;

    /// <summary>DIOCRCLRTABLES.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL; ENOENT: no such anchor.</exception>
    public static void Clear(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        argument.RequireElements(0);
        argument.RequireFlags(mayBeTrial: true, mayBeOfAllAnchors: true);
        KernelError.Unless(Count(filter, argument) is not null, ErrorCode.ENOENT);
        FilterTable[] cleared =
            [.. Listed(filter, argument).Where(static table => table.IsActive && table.Anchor.Path != FilterTables.ReservedAnchor)];
        foreach (FilterTable table in argument.IsTrial ? [] : cleared)
        {
            filter.Tables.Delete(table.Anchor.Path, table.Name);
        }

        argument.Answer(PfiocTableLayout.Deleted, cleared.Length);
    }

    /// <summary>DIOCRADDTABLES.</summary>
    /// <exception cref="KernelError">ENODEV, ENOMEM, EFAULT; EINVAL: what cannot be a table.</exception>
    public static void Add(CallContext call, VnetFilter filter, byte[] data)
    {
        TableName[] tables = Read(call, data, OfUsers);
        var argument = new TableArgument(data);
        int added = argument.IsTrial
            ? tables.Count(name => filter.Tables.Find(name.Anchor, name.Name) is not { IsActive: true })
            : tables.Count(name => filter.Tables.Add(name.Anchor, name.Name, name.Flags));
        argument.Answer(PfiocTableLayout.Added, added);
    }

    /// <summary>DIOCRDELTABLES.</summary>
    /// <exception cref="KernelError">ENODEV, ENOMEM, EFAULT; EINVAL: what cannot be a table, and flags.</exception>
    public static void Delete(CallContext call, VnetFilter filter, byte[] data)
    {
        TableName[] tables = Read(call, data, PacketFilterTableFlags.None);
        var argument = new TableArgument(data);
        int deleted = argument.IsTrial
            ? tables.Count(name => filter.Tables.Find(name.Anchor, name.Name) is { IsActive: true })
            : tables.Count(name => filter.Tables.Delete(name.Anchor, name.Name));
        argument.Answer(PfiocTableLayout.Deleted, deleted);
    }

    /// <summary>DIOCRGETTABLES: as many as there are, or only how many.</summary>
    /// <exception cref="KernelError">ENODEV, EINVAL, EFAULT.</exception>
    public static void Get(CallContext call, VnetFilter filter, byte[] data)
    {
        var argument = new TableArgument(data);
        argument.RequireElements(PfrTableLayout.Size);
        int count = Count(filter, argument) ?? throw new KernelError(ErrorCode.EINVAL);
        argument.RequireFlags(mayBeOfAllAnchors: true);
        int room = Math.Min(argument.Count, count);
        byte[] tables = new byte[Math.Max(0, room) * PfrTableLayout.Size];
        int offset = 0;
        foreach (FilterTable table in count <= room ? Listed(filter, argument) : [])
        {
            TableName.Write(tables.AsSpan(offset), table);
            offset += PfrTableLayout.Size;
        }

        argument.Answer(PfiocTableLayout.Count, count);
        argument.WriteBuffer(call, tables);
    }

    private static TableName[] Read(CallContext call, byte[] data, PacketFilterTableFlags allowed)
    {
        var argument = new TableArgument(data);
        argument.RequireElements(PfrTableLayout.Size);
        argument.RequireCount(ErrorCode.ENOMEM);
        TableName[] tables = [.. argument.ReadBuffer(call, PfrTableLayout.Size).Chunk(PfrTableLayout.Size).Select(static table => TableName.Read(table))];
        argument.RequireFlags(mayBeTrial: true);
        foreach (TableName table in tables)
        {
            table.Require(allowed);
        }

        return tables;
    }

    // Null where there is no such anchor.
    private static int? Count(VnetFilter filter, TableArgument argument)
    {
        if (argument.IsOfAllAnchors)
        {
            return filter.Tables.All.Count();
        }

        Anchor? anchor = filter.Anchors.Find(argument.RequireAnchor());
        return anchor?.Tables;
    }

    private static IEnumerable<FilterTable> Listed(VnetFilter filter, TableArgument argument) =>
        argument.IsOfAllAnchors ? filter.Tables.All : filter.Tables.Of(argument.RequireAnchor());
}
