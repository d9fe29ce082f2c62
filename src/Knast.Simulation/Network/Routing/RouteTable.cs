using System.Net;
using Knast.Native.Kernel;
using Knast.Simulation.Network.Interfaces;

namespace Knast.Simulation.Network.Routing;

/// <summary>The routes of one address family in one vnet (struct rib_head).</summary>
internal sealed class RouteTable(Vnet vnet)
{
    private readonly List<RouteEntry> _entries = [];

    public NextHopTable NextHops { get; } = new();

    /// <summary>All routes, in the order of a walk: by destination, of the same destination the narrowest first.</summary>
    public IEnumerable<RouteEntry> InOrder => _entries
        .OrderBy(static entry => EmbeddedBytes(entry.Destination), ByteOrder.Instance)
        .ThenByDescending(static entry => entry.PrefixLength);

    public RouteEntry? Find(IPAddress destination, int prefixLength) =>
        _entries.Find(entry => entry.PrefixLength == prefixLength && entry.Destination.Equals(destination));

    /// <summary>The narrowest route that leads to an address.</summary>
    public RouteEntry? Match(IPAddress address) =>
        _entries.Where(entry => entry.Covers(address)).MaxBy(static entry => entry.PrefixLength);

    /// <summary>Adds a route, or a way to a destination that has one.</summary>
    /// <exception cref="KernelError">EEXIST.</exception>
    public RouteEntry Add(IPAddress destination, int prefixLength, NextHop wanted, uint weight)
    {
        RouteEntry? entry = Find(destination, prefixLength);
        if (entry is null)
        {
            entry = new RouteEntry(destination, prefixLength);
            _entries.Add(entry);
        }
        else if (wanted.IsPinned)
        {
            // The route of an address takes the place of others.
            ReleaseAll(entry);
        }
        else
        {
            bool canJoin = vnet.Settings.HasMultipath && wanted.CanBeOneOfMany && entry.Hops.TrueForAll(static one => one.Hop.CanBeOneOfMany);
            KernelError.Unless(canJoin && !entry.Hops.Exists(one => one.Hop == wanted), ErrorCode.EEXIST);
        }

        entry.Hops.Add(new WeightedHop(NextHops.Take(wanted), weight));
        return entry;
    }

    /// <summary>Takes the ways of a destination away that a test picks; with the last the route is gone.</summary>
    /// <returns>One of them.</returns>
    /// <exception cref="KernelError">ESRCH: none is; EADDRINUSE: it belongs to an address.</exception>
    public NextHop Remove(RouteEntry entry, bool isPinned, Predicate<NextHop>? test)
    {
        KernelError.Unless(entry.Hops.Count == 1 || test is not null, ErrorCode.ESRCH);
        WeightedHop[] removed = [.. entry.Hops.Where(one => test is null || test(one.Hop))];
        KernelError.Unless(removed.Length > 0, ErrorCode.ESRCH);
        KernelError.Unless(isPinned || !removed[0].Hop.IsPinned, ErrorCode.EADDRINUSE);
        foreach (WeightedHop one in removed)
        {
            entry.Hops.Remove(one);
            NextHops.Release(one.Hop);
        }

        if (entry.Hops.Count == 0)
        {
            _entries.Remove(entry);
        }

        return removed[^1].Hop;
    }

    /// <summary>Puts another way in the place of one.</summary>
    public void Replace(RouteEntry entry, int index, NextHop wanted, uint weight)
    {
        NextHop former = entry.Hops[index].Hop;
        entry.Hops[index] = new WeightedHop(NextHops.Take(wanted), weight);
        NextHops.Release(former);
    }

    /// <summary>Forgets all ways over an interface.</summary>
    public void Flush(NetworkInterface leaving) => Flush(hop => hop.Interface == leaving || hop.LinkGateway == leaving);

    /// <summary>Forgets all ways that a test picks.</summary>
    public void Flush(Predicate<NextHop> test)
    {
        foreach (RouteEntry entry in _entries.Where(entry => entry.Hops.Exists(one => test(one.Hop))).ToArray())
        {
            Remove(entry, isPinned: true, test);
        }
    }

    private void ReleaseAll(RouteEntry entry)
    {
        entry.Hops.ForEach(one => NextHops.Release(one.Hop));
        entry.Hops.Clear();
    }

    // The kernel keeps the interface's number within an address of a link, so that is where it counts.
    private static byte[] EmbeddedBytes(IPAddress address) => EmbeddedScope.Write(address);

    private sealed class ByteOrder : IComparer<byte[]>
    {
        public static ByteOrder Instance { get; } = new();

        public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
    }
}
