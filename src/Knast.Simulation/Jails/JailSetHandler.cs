using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>jail_set(2).</summary>
internal sealed class JailSetHandler
{
    private const JailFlags Known = JailFlags.Create | JailFlags.Update | JailFlags.Attach | JailFlags.Dying;
    private const JailFlags Known15 = Known | JailFlags.UseDescriptor | JailFlags.AtDescriptor | JailFlags.GetDescriptor | JailFlags.OwnDescriptor;
    private const JailFlags CreateOrUpdate = JailFlags.Create | JailFlags.Update;

    private readonly CallContext _call;
    private readonly OptionList _options;
    private readonly JailFlags _flags;
    private Jail _own;

    public JailSetHandler(CallContext call, OptionList options, JailFlags flags)
    {
        _call = call;
        _options = options;
        _flags = flags;
        _own = call.Process.Jail;
    }

    /// <summary>Makes or changes a jail, and gives its identifier.</summary>
    public long Run()
    {
        if (!_call.Is15)
        {
            RequirePrivilege();
        }

        bool isAtDescriptor = _flags.HasFlag(JailFlags.AtDescriptor);
        KernelError.Unless(!_flags.HasFlag(JailFlags.Create) || isAtDescriptor || _own.ChildrenMax > 0, ErrorCode.EPERM);
        KernelError.Unless((_flags & ~(_call.Is15 ? Known15 : Known)) == 0, ErrorCode.EINVAL);
        KernelError.Unless(!_flags.HasFlag(JailFlags.UseDescriptor | JailFlags.AtDescriptor), ErrorCode.EINVAL);
        KernelError.Unless((_flags & CreateOrUpdate) != 0, ErrorCode.EINVAL, "no valid operation (create or update)");
        JailDescriptor? descriptor = _call.Is15 ? ReadDescriptor() : null;
        if (_call.Is15 && descriptor is null)
        {
            RequirePrivilege();
        }

        var settings = new JailSettings(_call, _options, _flags);
        KernelError.Unless(_own.IsAlive, ErrorCode.EAGAIN);
        JailTarget target = descriptor is null
            ? new JailSearch(_call, _flags, _own, settings).Find()
            : FromDescriptor(descriptor, settings);
        return Carry(settings, target);
    }

    private void RequirePrivilege() => KernelError.Unless(_call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);

    private JailDescriptor? ReadDescriptor()
    {
        const JailFlags any = JailFlags.UseDescriptor | JailFlags.AtDescriptor | JailFlags.GetDescriptor | JailFlags.OwnDescriptor;
        if (_options.Int32("desc") is not { } number)
        {
            KernelError.Unless((_flags & any) == 0, ErrorCode.ENOENT, "missing desc");
            return null;
        }

        KernelError.Unless((_flags & any) != 0, ErrorCode.EINVAL, "unexpected desc");
        if (_flags.HasFlag(JailFlags.AtDescriptor))
        {
            _own = JailDescriptor.Find(_call, number).Require();
            KernelError.Unless(!_flags.HasFlag(JailFlags.Create) || _own.ChildrenMax > 0, ErrorCode.EPERM);
        }

        return _flags.HasFlag(JailFlags.UseDescriptor) ? JailDescriptor.Find(_call, number) : null;
    }

    private JailTarget FromDescriptor(JailDescriptor descriptor, JailSettings settings)
    {
        Jail jail = descriptor.Require();
        RequirePrivilege();
        KernelError.Unless((_flags & CreateOrUpdate) != JailFlags.Create, ErrorCode.EEXIST, $"jail {jail.Id} already exists");
        KernelError.Unless(jail.IsAlive, ErrorCode.ENOENT, $"jail {jail.Id} is dying");
        KernelError.Unless(settings.Id == 0 || settings.Id == jail.Id, ErrorCode.EINVAL, "cannot change jid");
        return new JailTarget(jail, jail.Parent!, settings.Name, 0, null);
    }

    private long Carry(JailSettings settings, JailTarget target)
    {
        new JailChecks(_call, _own, settings, target).Require();
        bool isNew = target.Jail is null;
        Jail jail = target.Jail ?? JailBirth.Make(_call, _own, settings, target);
        try
        {
            JailModuleParameters.Set(_call.Machine, jail, _options, isOnlyCheck: true);
            foreach (Option option in _options.All)
            {
                KernelError.Unless(option.IsSeen || option.Name is "errmsg" or "desc", ErrorCode.EINVAL, "unknown parameter: " + option.Name);
            }

            new JailChange(settings, target, jail).Apply();
            JailModuleParameters.Set(_call.Machine, jail, _options, isOnlyCheck: false);
            Finish(jail, target.Parent, isNew);
        }
        catch (KernelError) when (isNew)
        {
            jail.Remove();
            throw;
        }

        return jail.Id;
    }

    private void Finish(Jail jail, Jail parent, bool isNew)
    {
        if (isNew || jail.State == JailState.Dying)
        {
            jail.State = JailState.Alive;
        }

        if (_flags.HasFlag(JailFlags.Attach))
        {
            try
            {
                JailAttachment.Attach(_call, jail);
            }
            catch (KernelError error)
            {
                throw new KernelError(error.Code, "attach failed");
            }
        }

        if (isNew)
        {
            parent.Note(JailEvent.Child, jail.Id);
        }
        else
        {
            jail.Note(JailEvent.Set);
        }

        GiveDescriptor(jail);
        jail.Settle();
    }

    private void GiveDescriptor(Jail jail)
    {
        if ((_flags & (JailFlags.GetDescriptor | JailFlags.OwnDescriptor)) != 0)
        {
            var descriptor = new JailDescriptor(jail, _flags.HasFlag(JailFlags.OwnDescriptor));
            _options.WriteNumber("desc", _call.Process.Descriptors.Add(descriptor, isCloseOnExec: false));
        }
    }
}
