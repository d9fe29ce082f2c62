using Knast.Simulation.Processes;

namespace Knast.Simulation.Events;

/// <summary>EVFILT_SIGNAL: how often a signal came.</summary>
internal sealed class SignalSource : EventSource
{
    private readonly SignalState _signals;
    private readonly int _signal;
    private long _count;

    public SignalSource(SignalState signals, int signal)
    {
        _signals = signals;
        _signal = signal;
        signals.Posted += Count;
    }

    public override EventFlags AddedFlags => EventFlags.Clear;

    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        occurrence = new EventOccurrence(_count);
        return _count > 0;
    }

    public override void Told() => _count = 0;

    public override void Detach() => _signals.Posted -= Count;

    private void Count(int signal) => _count += signal == _signal ? 1 : 0;
}
