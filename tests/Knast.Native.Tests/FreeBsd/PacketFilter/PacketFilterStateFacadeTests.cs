using System.Net;
using Knast.Native.FreeBsd.Interfaces;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>Connections that the packet filter remembers, and rules that packets really meet: those of the agent's own connection.</summary>
public sealed class PacketFilterStateFacadeTests : FreeBsdFacadeSuite
{
    private const string Below = PacketFilterScope.Anchor + "/web";

    private static readonly PacketFilterRule s_pass = new()
    {
        Action = PacketFilterAction.Pass,
        State = PacketFilterStateTracking.Normal,
        Flags = PacketFilterRuleFlags.SloppyStates,
        Label = "knast",
    };

    private static readonly PacketFilterRule s_call = new() { Action = PacketFilterAction.Pass, AnchorCall = PacketFilterScope.Anchor + "/*" };

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WithoutRulesThereAreNoStates(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        Assert.Empty(PacketFilterGetStates.Invoke(kernel, filter.Device));
        Assert.Equal(0, PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch
        {
            Source = new PacketFilterEndpoint(PacketFilterAddress.Host(IPAddress.Parse("172.24.0.2"))),
        }));
        Assert.Equal(0, PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch { Id = 0x0100000067000000 }));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AnAnchorCountsOnlyOnceTheMainRulesetCallsIt(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        using var main = new MainRuleset(kernel, filter);
        filter.Load(Below, s_pass);
        Assert.Empty(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, "", PacketFilterRulesetType.Filter));
        Assert.Equal(0UL, Rule(kernel, filter).Counters.Evaluations);

        main.Load(s_call);
        Assert.True(Assert.Single(PacketFilterAnchorCall.ReadAll(kernel, filter.Device, "", PacketFilterRulesetType.Filter)).Evaluates(Below));
        Assert.True(SpinWait.SpinUntil(() => Rule(kernel, filter).Counters is { Evaluations: > 0, States: > 0 }, TimeSpan.FromSeconds(20)), "No packet meets the rule.");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AConnectionIsSeenAndForgotten(string name)
    {
        IKernel kernel = Open(name);
        using var filter = new PacketFilterScope(kernel);
        using var main = new MainRuleset(kernel, filter);
        filter.Load(Below, s_pass);
        main.Load(s_call);
        IPAddress self = InterfaceList.Invoke(kernel).SelectMany(static status => status.Addresses)
            .First(static address => address.PrefixLength < 32 && !IPAddress.IsLoopback(address.Address) && !address.Address.IsIPv6LinkLocal).Address;
        PacketFilterState? state = null;
        Assert.True(
            SpinWait.SpinUntil(
                () => (state = PacketFilterGetStates.Invoke(kernel, filter.Device).FirstOrDefault(found => found.Has(self) && found.Protocol == InternetProtocol.Tcp)) is not null,
                TimeSpan.FromSeconds(20)),
            "The agent's own connection is not remembered.");
        Assert.Equal((InternetFamily.IPv4, state!.Wire), (state.Family, state.Stack));
        Assert.True(state.Age < TimeSpan.FromMinutes(1) && state.Expires > TimeSpan.Zero, $"{state}");
        Assert.NotEqual(0UL, state.Traffic.PacketsReceived + state.Traffic.PacketsSent);
        Assert.Equal(1, PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch { Id = state.Id, Creator = state.Creator }));
        Assert.DoesNotContain(PacketFilterGetStates.Invoke(kernel, filter.Device), found => found.Id == state.Id);
        Assert.True(
            SpinWait.SpinUntil(
                () => PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch { Family = InternetFamily.IPv4, Label = "knast" }) > 0,
                TimeSpan.FromSeconds(20)),
            "No state bears the label of its rule.");
        Assert.Equal(0, PacketFilterKillStates.Invoke(kernel, filter.Device, new PacketFilterStateMatch { Label = "other" }));
    }

    private static PacketFilterRule Rule(IKernel kernel, PacketFilterScope filter) =>
        Assert.Single(PacketFilterGetRules.ReadAll(kernel, filter.Device, Below, PacketFilterRulesetType.Filter));

    /// <summary>The filter list of the main ruleset, with the packet filter on; afterwards empty, and as it was.</summary>
    private sealed class MainRuleset : IDisposable
    {
        private readonly IKernel _kernel;
        private readonly PacketFilterScope _filter;
        private readonly bool _wasRunning;

        public MainRuleset(IKernel kernel, PacketFilterScope filter)
        {
            _kernel = kernel;
            _filter = filter;
            _wasRunning = PacketFilterGetStatus.Invoke(kernel, filter.Device).IsRunning;
            if (!_wasRunning)
            {
                PacketFilterStart.Invoke(kernel, filter.Device);
            }
        }

        public void Load(params PacketFilterRule[] rules)
        {
            using PacketFilterTransaction transaction = PacketFilterTransaction.Begin(_kernel, _filter.Device, "", PacketFilterRulesetType.Filter);
            foreach (PacketFilterRule rule in rules)
            {
                transaction.Add(rule);
            }

            transaction.Commit();
        }

        public void Dispose()
        {
            Load();
            if (!_wasRunning)
            {
                PacketFilterStop.Invoke(_kernel, _filter.Device);
            }

            PacketFilterKillStates.Invoke(_kernel, _filter.Device, new PacketFilterStateMatch());
        }
    }
}
