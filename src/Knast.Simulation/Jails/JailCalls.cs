using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>jail_set(2), jail_get(2), jail_attach(2) and jail_remove(2), by identifier and by descriptor.</summary>
internal static class JailCalls
{
    public static void Register(SystemCallTable table)
    {
        table.Add(507, static call => WithMessage(call, static (call, options) => new JailSetHandler(call, options, (JailFlags)call.Int32(2)).Run()));
        table.Add(506, static call => WithMessage(call, static (call, options) => new JailGetHandler(call, options, (JailFlags)call.Int32(2)).Run()));
        table.Add(436, Attach);
        table.Add(508, Remove);
        if (table.Release.Is15)
        {
            table.Add(597, AttachDescriptor);
            table.Add(598, RemoveDescriptor);
        }
    }

    private static long WithMessage(CallContext call, Func<CallContext, OptionList, long> run)
    {
        var options = new OptionList(call, 0, 1);
        try
        {
            return run(call, options);
        }
        catch (KernelError error)
        {
            options.WriteMessage(error);
            throw;
        }
    }

    private static Jail Find(CallContext call)
    {
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        Jail own = call.Process.Jail;
        return call.Machine.Jails.Find(call.Int32(0)) is { } found && found != own && found.IsVisibleTo(own) ? found : throw new KernelError(ErrorCode.EINVAL);
    }

    private static long Attach(CallContext call)
    {
        JailAttachment.Attach(call, Find(call));
        return 0;
    }

    private static long Remove(CallContext call)
    {
        Find(call).Remove();
        return 0;
    }

    private static long AttachDescriptor(CallContext call)
    {
        Jail jail = JailDescriptor.Find(call, call.Int32(0)).Require();
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        JailAttachment.Attach(call, jail);
        return 0;
    }

    private static long RemoveDescriptor(CallContext call)
    {
        Jail jail = JailDescriptor.Find(call, call.Int32(0)).Require();
        KernelError.Unless(call.Process.Credentials.IsSuperuser, ErrorCode.EPERM);
        KernelError.Unless(jail.IsAlive, ErrorCode.ENOENT);
        jail.Remove();
        return 0;
    }
}
