using Knast.Simulation.Devfs;
using Knast.Simulation.Pipes;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Terminals;

/// <summary>A pseudo terminal (pts(4)), with a small line discipline (termios(4)).</summary>
internal sealed class Terminal
{
    private const int Capacity = 65536;
    private const byte NewLine = (byte)'\n';
    private const byte CarriageReturn = (byte)'\r';

    private readonly SimulatedMachine _machine;
    private readonly List<byte> _line = [];

    public Terminal(SimulatedMachine machine, int number, uint owner)
    {
        _machine = machine;
        Number = number;
        Device = new Device($"pts/{number}", machine.Devices.NextNumber(), 0x190) { Owner = owner, Group = 4, Open = (_, flags) => new TerminalFile(this, flags) };
        ToMaster.Readers = 1;
        ToMaster.Writers = 1;
        ToSlave.Writers = 1;
        ToSlave.Readers = 1;
    }

    public int Number { get; }

    public Device Device { get; }

    public ByteChannel ToMaster { get; } = new(Capacity);

    public ByteChannel ToSlave { get; } = new(Capacity);

    public TerminalSettings Settings { get; } = new();

    /// <summary>Rows, columns and pixels (struct winsize).</summary>
    public byte[] WindowSize { get; private set; } = new byte[8];

    /// <summary>The session whose terminal it is, or 0.</summary>
    public int SessionId { get; set; }

    /// <summary>The process group in the foreground, or 0.</summary>
    public int ForegroundGroup { get; set; }

    /// <summary>Whether the side of whoever shows it is closed.</summary>
    public bool IsHungUp { get; private set; }

    /// <summary>How often the other side is open.</summary>
    public int OpenCount { get; set; }

    /// <summary>Whether the other side was ever open.</summary>
    public bool WasOpened { get; set; }

    public void SetWindowSize(byte[] size)
    {
        if (!WindowSize.AsSpan().SequenceEqual(size))
        {
            WindowSize = size;
            Signal(Processes.Signal.WindowChange);
        }
    }

    /// <summary>Whoever shows it is gone.</summary>
    public void HangUp()
    {
        IsHungUp = true;
        ToSlave.Writers = 0;
        _machine.Processes.Find(SessionId)?.Signals.Post(Processes.Signal.Hangup);
        Signal(Processes.Signal.Hangup);
        Settle();
    }

    /// <summary>Takes what is typed.</summary>
    public void Type(ReadOnlySpan<byte> bytes)
    {
        foreach (byte given in bytes)
        {
            byte one = given == CarriageReturn && Settings.TranslatesReturns ? NewLine : given;
            if (Settings.HasSignals && Settings.SignalOf(one) is { } signal)
            {
                Signal(signal);
                continue;
            }

            Echo(one);
            if (!Settings.IsCanonical)
            {
                ToSlave.Put([one]);
                continue;
            }

            TypeCanonical(one);
        }
    }

    /// <summary>Takes what a process writes.</summary>
    public int Show(ReadOnlySpan<byte> bytes)
    {
        int taken = 0;
        foreach (byte one in bytes)
        {
            if (ToMaster.Room < 2)
            {
                break;
            }

            ToMaster.Put(one == NewLine && Settings.AddsReturns ? [CarriageReturn, NewLine] : [one]);
            taken++;
        }

        return taken;
    }

    /// <summary>Takes the device away when nobody has it open any more.</summary>
    public void Settle()
    {
        if (IsHungUp && OpenCount == 0)
        {
            _machine.Devices.Remove(Device);
            _machine.Terminals.Remove(this);
        }
    }

    private void TypeCanonical(byte one)
    {
        if (one == Settings.Erase)
        {
            _line.RemoveRange(Math.Max(0, _line.Count - 1), Math.Min(1, _line.Count));
        }
        else if (one == Settings.EndOfFile)
        {
            IsAtEnd = _line.Count == 0;
            Commit();
        }
        else
        {
            _line.Add(one);
            if (one == NewLine)
            {
                Commit();
            }
        }
    }

    /// <summary>Whether the end of the input was typed; the next read sees it.</summary>
    public bool IsAtEnd { get; set; }

    private void Commit()
    {
        ToSlave.Put(_line.ToArray());
        _line.Clear();
    }

    private void Echo(byte one)
    {
        if (Settings.Echoes && one != Settings.EndOfFile)
        {
            Show([one]);
        }
    }

    private void Signal(int signal)
    {
        foreach (Process process in _machine.Processes.All.Where(process => ForegroundGroup != 0 && process.GroupId == ForegroundGroup).ToArray())
        {
            process.Signals.Post(signal);
        }
    }
}
