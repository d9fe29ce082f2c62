namespace Knast.Simulation.Terminals;

/// <summary>The pseudo terminals of a machine.</summary>
internal sealed class TerminalTable(SimulatedMachine machine)
{
    private readonly SortedDictionary<int, Terminal> _terminals = [];

    /// <summary>Makes one with the lowest number that is free.</summary>
    public Terminal Add(uint owner)
    {
        int number = 0;
        while (_terminals.ContainsKey(number))
        {
            number++;
        }

        var terminal = new Terminal(machine, number, owner);
        _terminals.Add(number, terminal);
        machine.Devices.Add(terminal.Device);
        return terminal;
    }

    public void Remove(Terminal terminal) => _terminals.Remove(terminal.Number);

    /// <summary>The terminal of a session.</summary>
    public Terminal? OfSession(int session) => _terminals.Values.FirstOrDefault(terminal => terminal.SessionId == session && session != 0);
}
