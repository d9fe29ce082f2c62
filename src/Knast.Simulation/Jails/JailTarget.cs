namespace Knast.Simulation.Jails;

/// <summary>Which jail a jail_set(2) is about.</summary>
/// <param name="Jail">The jail; null for one that is to be made.</param>
/// <param name="Parent">The jail around it.</param>
/// <param name="Name">The last part of its name; null where none was given.</param>
/// <param name="Id">The identifier that was asked for, or 0.</param>
/// <param name="Dead">A dying jail that has that identifier and must give way.</param>
internal sealed record JailTarget(Jail? Jail, Jail Parent, string? Name, int Id, Jail? Dead);
