using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.PacketFilter;

/// <summary>Replaces lists of anchors all at once. Disposing it before the commit forgets the new ones.</summary>
public sealed class PacketFilterTransaction : IDisposable
{
    private readonly IKernel _kernel;
    private readonly KernelDescriptor _device;
    private readonly IReadOnlyList<PacketFilterTransactionElement> _elements;
    private bool _isOver;

    private PacketFilterTransaction(IKernel kernel, KernelDescriptor device, IReadOnlyList<PacketFilterTransactionElement> elements)
    {
        _kernel = kernel;
        _device = device;
        _elements = elements;
    }

    /// <summary>Begins to replace lists of one anchor by empty ones.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="device">The open device, which must stay open.</param>
    /// <param name="anchor">The anchor; empty for the main ruleset.</param>
    /// <param name="rulesets">Which lists.</param>
    /// <exception cref="NativeException">What <see cref="PacketFilterBegin"/> lists.</exception>
    public static PacketFilterTransaction Begin(
        IKernel kernel, KernelDescriptor device, string anchor, params PacketFilterRulesetType[] rulesets)
    {
        ArgumentNullException.ThrowIfNull(rulesets);
        PacketFilterTransactionElement[] elements = [.. rulesets.Select(ruleset => new PacketFilterTransactionElement(ruleset, anchor))];
        return new PacketFilterTransaction(kernel, device, PacketFilterBegin.Invoke(kernel, device, elements));
    }

    /// <summary>Adds a rule, with its pool, to the list that it belongs in.</summary>
    /// <param name="rule">The rule.</param>
    /// <exception cref="ArgumentException">The transaction does not replace that list.</exception>
    /// <exception cref="NativeException">What <see cref="PacketFilterAddRule"/> and <see cref="PacketFilterAddAddress"/> list.</exception>
    public void Add(PacketFilterRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        PacketFilterTransactionElement element = _elements.FirstOrDefault(element => element.Ruleset == rule.Ruleset);
        if (element.Anchor is null)
        {
            throw new ArgumentException($"A rule that does {rule.Action} belongs in the list {rule.Ruleset}, which this transaction leaves alone.");
        }

        uint poolTicket = PacketFilterBeginAddresses.Invoke(_kernel, _device);
        foreach (PacketFilterAddress address in rule.Pool.Addresses)
        {
            PacketFilterAddAddress.Invoke(_kernel, _device, poolTicket, rule.Family, address);
        }

        PacketFilterAddRule.Invoke(_kernel, _device, element.Anchor, element.Ticket, poolTicket, rule);
    }

    /// <summary>Puts the new lists in force.</summary>
    /// <exception cref="NativeException">EBUSY: another transaction has begun to replace one of the lists; begin again.</exception>
    public void Commit()
    {
        PacketFilterCommit.Invoke(_kernel, _device, _elements);
        _isOver = true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isOver)
        {
            // What is not rolled back is as good as forgotten: the next transaction of the list empties it.
            _isOver = true;
            using SystemCall call = PacketFilterRollback.Compose(_kernel.Target, _device, _elements);
            _kernel.Invoke(call);
        }
    }
}
