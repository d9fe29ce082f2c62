using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Events;
using Knast.Simulation.Files;

namespace Knast.Simulation.Jails;

/// <summary>A descriptor of a jail (15.1). Closing one that owns the jail removes it.</summary>
internal sealed class JailDescriptor : OpenFile
{
    private readonly Jail _jail;
    private readonly bool _isOwner;

    public JailDescriptor(Jail jail, bool isOwner)
        : base(OpenFlags.ReadWrite)
    {
        _jail = jail;
        _isOwner = isOwner;
        jail.JailDescriptors.Add(this);
    }

    public override int Kind => 15;

    public override PollEvents Ready => _jail.IsAlive ? PollEvents.None : PollEvents.HangUp;

    /// <summary>The descriptor of a number.</summary>
    /// <exception cref="KernelError">EBADF, EINVAL.</exception>
    public static JailDescriptor Find(CallContext call, int number) =>
        call.Process.Descriptors.Get(number) as JailDescriptor ?? throw new KernelError(ErrorCode.EINVAL, "not a jail descriptor");

    /// <summary>The jail.</summary>
    /// <exception cref="KernelError">ENOENT: it is gone.</exception>
    public Jail Require() => _jail.State != JailState.Gone ? _jail : throw new KernelError(ErrorCode.ENOENT, "descriptor to dead jail");

    public override EventSource? Source(int filter) => filter == EventFilter.JailDescriptor ? new JailSource(_jail) : null;

    public override StatRecord Stat() => new() { Type = FileType.Unknown, Mode = _jail.IsAlive ? 0x140u : 0 };

    protected override void Close()
    {
        _jail.JailDescriptors.Remove(this);
        if (_isOwner && _jail.IsAlive)
        {
            _jail.Remove();
        }

        _jail.Settle();
    }
}
