using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Options;

namespace Knast.Simulation.Jails;

/// <summary>jail_get(2).</summary>
internal sealed class JailGetHandler(CallContext call, OptionList options, JailFlags flags)
{
    private const JailFlags Known = JailFlags.Dying;
    private const JailFlags Known15 = Known | JailFlags.UseDescriptor | JailFlags.AtDescriptor | JailFlags.GetDescriptor | JailFlags.OwnDescriptor;

    private Jail _own = call.Process.Jail;

    /// <summary>Answers, and gives the jail's identifier.</summary>
    public long Run()
    {
        KernelError.Unless((flags & ~(call.Is15 ? Known15 : Known)) == 0, ErrorCode.EINVAL);
        KernelError.Unless(!flags.HasFlag(JailFlags.UseDescriptor | JailFlags.AtDescriptor), ErrorCode.EINVAL);
        Jail jail = Find();
        int descriptor = -1;
        if ((flags & (JailFlags.GetDescriptor | JailFlags.OwnDescriptor)) != 0)
        {
            descriptor = call.Process.Descriptors.Add(new JailDescriptor(jail, flags.HasFlag(JailFlags.OwnDescriptor)), isCloseOnExec: false);
            options.Set("desc", descriptor);
        }

        try
        {
            new JailAnswers(call.Machine, _own, jail, options).Write();
            options.WriteBack();
        }
        catch (KernelError) when (descriptor >= 0)
        {
            call.Process.Descriptors.Close(descriptor);
            throw;
        }

        return jail.Id;
    }

    private bool IsWanted(Jail jail) => jail.IsAlive || flags.HasFlag(JailFlags.Dying);

    private Jail Find()
    {
        if (call.Is15 && FindByDescriptor() is { } found)
        {
            return found;
        }

        if (options.Int32("lastjid") is { } last)
        {
            return call.Machine.Jails.All.FirstOrDefault(jail => jail.Id > last && IsWanted(jail) && jail != _own && jail.IsVisibleTo(_own))
                ?? throw new KernelError(ErrorCode.ENOENT, $"no jail after {last}");
        }

        if (options.Int32("jid") is { } id and not 0)
        {
            Jail? byId = call.Machine.Jails.Find(id);
            byId = byId is not null && byId != _own && byId.IsVisibleTo(_own) ? byId : null;
            return Require(byId, $"jail {id}");
        }

        return options.Text("name") is { } name ? Require(JailTable.Find(_own, name), $"jail \"{name}\"") : throw new KernelError(ErrorCode.ENOENT, "no jail specified");
    }

    private Jail Require(Jail? jail, string words)
    {
        KernelError.Unless(jail is not null, ErrorCode.ENOENT, words + " not found");
        KernelError.Unless(IsWanted(jail!), ErrorCode.ENOENT, words + " is dying");
        return jail!;
    }

    private Jail? FindByDescriptor()
    {
        const JailFlags any = JailFlags.UseDescriptor | JailFlags.AtDescriptor | JailFlags.GetDescriptor | JailFlags.OwnDescriptor;
        if (options.Int32("desc") is not { } number)
        {
            KernelError.Unless((flags & (any & ~JailFlags.UseDescriptor)) == 0, ErrorCode.ENOENT, "missing desc");
            return null;
        }

        KernelError.Unless((flags & any) != 0, ErrorCode.EINVAL, "unexpected desc");
        if (flags.HasFlag(JailFlags.UseDescriptor))
        {
            Jail jail = JailDescriptor.Find(call, number).Require();
            return Require(jail, $"jail {jail.Id}");
        }

        if (flags.HasFlag(JailFlags.AtDescriptor))
        {
            _own = JailDescriptor.Find(call, number).Require();
        }

        return null;
    }
}
