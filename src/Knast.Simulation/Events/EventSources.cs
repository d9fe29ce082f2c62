using Knast.Native.Kernel;
using Knast.Simulation.Jails;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Events;

/// <summary>Makes what a registration watches.</summary>
internal sealed class EventSources(SimulatedMachine machine, Process process)
{
    private const int SignalCount = 128;

    /// <summary>Makes one.</summary>
    /// <exception cref="KernelError">EBADF, ESRCH, EINVAL.</exception>
    public EventSource Make(EventQueue queue, KernelEvent registration) => registration.Filter switch
    {
        EventFilter.Process => new ProcessSource(queue, registration, FindProcess(registration)),
        EventFilter.Signal when registration.Identifier is > 0 and < SignalCount => new SignalSource(process.Signals, (int)registration.Identifier),
        EventFilter.User => new UserSource(),
        EventFilter.Jail when machine.Release.Is15 => new JailSource(FindJail(registration)),
        EventFilter.Timer => new TimerSource(Period(registration)),
        EventFilter.Read or EventFilter.Write or EventFilter.ProcessDescriptor or EventFilter.JailDescriptor =>
            process.Descriptors.Get((int)registration.Identifier).Source(registration.Filter) ?? throw new KernelError(ErrorCode.EINVAL),
        _ => throw new KernelError(ErrorCode.EINVAL),
    };

    /// <summary>Whether a registration for a descriptor belongs to a file that the descriptor no longer refers to.</summary>
    public bool IsStale(EventRegistration registration) =>
        !process.Descriptors.All.Any(entry => entry.Key == (int)registration.Registration.Identifier && !entry.Value.File.IsClosed);

    private static TimeSpan Period(KernelEvent registration) => (registration.FilterFlags & 0xf) switch
    {
        1 => TimeSpan.FromSeconds(registration.Data),
        4 => TimeSpan.FromMicroseconds(registration.Data),
        8 => TimeSpan.FromMicroseconds(registration.Data / 1000.0),
        _ => TimeSpan.FromMilliseconds(registration.Data),
    };

    private Jail FindJail(KernelEvent registration) =>
        machine.Jails.Find((int)registration.Identifier) is { } found && found.IsVisibleTo(process.Jail) ? found : throw new KernelError(ErrorCode.ENOENT);

    private Process FindProcess(KernelEvent registration) =>
        machine.Processes.Find((int)registration.Identifier) is { } found && found.Jail.IsVisibleTo(process.Jail)
            ? found
            : throw new KernelError(ErrorCode.ESRCH);
}
