using System.Runtime.InteropServices;

namespace Knast.Shell.Hosting;

/// <summary>Turns the signals that end programs into a request to stop, so that <c>finally</c> blocks run and nothing is left half-made.</summary>
internal sealed class Interrupts : IDisposable
{
    private readonly PosixSignalRegistration[] _registrations;

    public Interrupts(Action<PosixSignal> handler)
    {
        _registrations =
        [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP }.Select(signal => PosixSignalRegistration.Create(signal, context =>
            {
                context.Cancel = true;
                handler(context.Signal);
            }))
        ];
    }

    /// <summary>The number that the signal has on every system that the shell runs on (signal(7)).</summary>
    public static int Number(PosixSignal signal) => signal switch
    {
        PosixSignal.SIGHUP => 1,
        PosixSignal.SIGINT => 2,
        PosixSignal.SIGTERM => 15,
        _ => throw new ArgumentOutOfRangeException(nameof(signal), signal, "Not a signal that the shell handles."),
    };

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
        {
            registration.Dispose();
        }
    }
}
