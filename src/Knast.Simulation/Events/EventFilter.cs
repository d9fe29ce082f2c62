namespace Knast.Simulation.Events;

/// <summary>Filters of kqueue(2) (sys/event.h).</summary>
internal static class EventFilter
{
    public const int Read = -1;
    public const int Write = -2;
    public const int Process = -5;
    public const int Signal = -6;
    public const int Timer = -7;
    public const int ProcessDescriptor = -8;
    public const int User = -11;
    public const int Jail = -14;
    public const int JailDescriptor = -15;
}
