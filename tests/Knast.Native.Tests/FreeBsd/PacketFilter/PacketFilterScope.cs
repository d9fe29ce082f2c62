using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;

namespace Knast.Native.Tests.FreeBsd.PacketFilter;

/// <summary>The packet filter's device, and an anchor of one test that is empty again after it.</summary>
internal sealed class PacketFilterScope : IDisposable
{
    public const string Anchor = "knast-test";

    private static readonly PacketFilterRulesetType[] s_lists =
        [PacketFilterRulesetType.Filter, PacketFilterRulesetType.Nat, PacketFilterRulesetType.Rdr];

    private readonly IKernel _kernel;

    public PacketFilterScope(IKernel kernel)
    {
        _kernel = kernel;
        Device = PacketFilterDevice.Open(kernel);
    }

    public KernelDescriptor Device { get; }

    /// <summary>Begins to replace the lists of an anchor.</summary>
    public PacketFilterTransaction Begin(string anchor = Anchor) => PacketFilterTransaction.Begin(_kernel, Device, anchor, s_lists);

    /// <summary>Replaces the lists of an anchor.</summary>
    public void Load(string anchor, params PacketFilterRule[] rules)
    {
        using PacketFilterTransaction transaction = Begin(anchor);
        foreach (PacketFilterRule rule in rules)
        {
            transaction.Add(rule);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        Clear(Anchor);
        Device.Dispose();
    }

    private void Clear(string anchor)
    {
        foreach (string below in PacketFilterGetRulesets.Invoke(_kernel, Device, anchor))
        {
            Clear($"{anchor}/{below}");
        }

        Load(anchor);
    }
}
