namespace Knast.Simulation.Programs;

/// <summary>Unwinds a program that is part of the simulation and has ended itself.</summary>
internal sealed class ProgramExit(int code) : Exception
{
    public int Code { get; } = code;
}
