namespace Knast.Simulation.Events;

/// <summary>What a source has to tell.</summary>
/// <param name="Data">The event's data.</param>
/// <param name="FilterFlags">The event's filter flags.</param>
/// <param name="Flags">Flags beside those of the registration.</param>
internal readonly record struct EventOccurrence(long Data, uint FilterFlags = 0, EventFlags Flags = EventFlags.None);
