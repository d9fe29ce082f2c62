using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.PacketFilter.Rules;

namespace Knast.Simulation.PacketFilter.States;

/// <summary>Which states are to be forgotten (struct pf_kstate_kill).</summary>
internal sealed class StateKill
{
    private readonly ulong _id;
    private readonly uint _creator;
    private readonly InternetFamily _family;
    private readonly int _protocol;
    private readonly RuleEnd _source;
    private readonly RuleEnd _destination;
    private readonly string _interface;
    private readonly string _label;
    private readonly bool _isWithMatching;

    private StateKill(NameValueList list)
    {
        NameValueList? compared = list.List("cmp");
        KernelError.Unless(compared is not null, ErrorCode.EINVAL);
        _id = Number(compared!, "id", ulong.MaxValue);
        _creator = (uint)Number(compared!, "creatorid", uint.MaxValue);
        _ = Number(compared!, "direction", byte.MaxValue);
        _family = (InternetFamily)Number(list, "af", byte.MaxValue);
        _protocol = (int)Number(list, "proto", int.MaxValue);
        _source = EndNameValues.Read(list.List("src"));
        _destination = EndNameValues.Read(list.List("dst"));
        _interface = Text(list, "ifname", InterfaceName.FieldSize);
        _label = Text(list, "label", PacketFilterNames.LabelSize);
        KernelError.Unless(list.TryGet("kill_match", out _isWithMatching), ErrorCode.EINVAL);
    }

    /// <summary>Reads which.</summary>
    /// <exception cref="KernelError">EINVAL: something is missing, or does not fit.</exception>
    public static StateKill Read(NameValueList list) => new(list);

    /// <summary>Chooses them. One that is named by its number needs nothing else.</summary>
    /// <param name="states">All states.</param>
    /// <param name="host">The number of this machine.</param>
    public IEnumerable<FilterState> Choose(IReadOnlyList<FilterState> states, uint host)
    {
        if (_id != 0)
        {
            return states.Where(state => state.Id == _id && (_creator == 0 || _creator == host));
        }

        FilterState[] chosen = [.. states.Where(IsMeant)];
        return _isWithMatching
            ? chosen.Concat(states.Where(state => chosen.Any(one => IsOtherSide(one, state)))).Distinct()
            : chosen;
    }

    // The same packets on their way through another interface have their ends in the other order.
    private static bool IsOtherSide(FilterState one, FilterState other) =>
        one.Direction != other.Direction && one.Protocol == other.Protocol
        && one.Key.First.Equals(other.Key.Second) && one.Key.Second.Equals(other.Key.First);

    private static ulong Number(NameValueList list, string name, ulong most) =>
        list.TryGet(name, out ulong value) && value <= most ? value : throw new KernelError(ErrorCode.EINVAL);

    private static string Text(NameValueList list, string name, int size) =>
        list.TryGet(name, out string? value) && value.Length < size ? value : throw new KernelError(ErrorCode.EINVAL);

    private bool IsMeant(FilterState state)
    {
        bool isOut = state.Direction == PacketFilterDirection.Out;
        IPEndPoint source = isOut ? state.Key.Second : state.Key.First;
        IPEndPoint destination = isOut ? state.Key.First : state.Key.Second;
        string through = state.Interface == "all" ? state.OriginalInterface : state.Interface;
        return (_family == InternetFamily.Unspecified || _family == state.Family)
            && (_protocol == 0 || _protocol == (int)state.Protocol)
            && IsMeant(_source, source) && IsMeant(_destination, destination)
            && (_label.Length == 0 || _label == state.Rule.Label)
            && (_interface.Length == 0 || _interface == through);
    }

    private static bool IsMeant(RuleEnd asked, IPEndPoint end) =>
        asked.Address.IsWithin(end.Address) != asked.IsNegated && asked.MatchesPort((ushort)end.Port);
}
