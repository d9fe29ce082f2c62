namespace Knast.Simulation.Events;

/// <summary>EVFILT_USER: it happens when somebody says so.</summary>
internal sealed class UserSource : EventSource
{
    private const uint Trigger = 0x01000000;
    private const uint Bits = 0x00ffffff;

    private bool _isTriggered;

    public override bool TryPeek(KernelEvent registration, out EventOccurrence occurrence)
    {
        occurrence = new EventOccurrence(registration.Data, registration.FilterFlags & Bits);
        return _isTriggered;
    }

    public override void Told() => _isTriggered = false;

    public override void Touch(KernelEvent change) => _isTriggered |= (change.FilterFlags & Trigger) != 0;
}
