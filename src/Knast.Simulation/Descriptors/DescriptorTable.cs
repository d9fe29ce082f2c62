using Knast.Native.Kernel;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Descriptors;

/// <summary>The descriptors of a process.</summary>
internal sealed class DescriptorTable(Process process)
{
    private readonly SortedDictionary<int, Descriptor> _entries = [];

    /// <summary>All numbers in use.</summary>
    public IEnumerable<KeyValuePair<int, Descriptor>> All => _entries;

    private int Limit => (int)Math.Min(process.Limits[ResourceLimitTable.OpenFiles].Current, int.MaxValue);

    /// <summary>The file of a descriptor.</summary>
    /// <exception cref="KernelError">EBADF.</exception>
    public OpenFile Get(int number) => Entry(number).File;

    /// <summary>A descriptor.</summary>
    /// <exception cref="KernelError">EBADF.</exception>
    public Descriptor Entry(int number) =>
        _entries.TryGetValue(number, out Descriptor entry) ? entry : throw new KernelError(ErrorCode.EBADF);

    /// <summary>Gives a file the lowest number that is free.</summary>
    /// <exception cref="KernelError">EMFILE.</exception>
    public int Add(OpenFile file, bool isCloseOnExec, int lowest = 0)
    {
        int number = lowest;
        foreach (int taken in _entries.Keys)
        {
            if (taken == number)
            {
                number++;
            }
            else if (taken > number)
            {
                break;
            }
        }

        if (number >= Limit)
        {
            file.Hold().Release();
            throw new KernelError(ErrorCode.EMFILE);
        }

        file.OpenedIn(process.Jail);
        _entries.Add(number, new Descriptor(file.Hold(), isCloseOnExec));
        return number;
    }

    /// <summary>Makes a number refer to a file, closing what it referred to (dup2(2)).</summary>
    /// <exception cref="KernelError">EBADF: beyond the limit.</exception>
    public void Set(int number, OpenFile file, bool isCloseOnExec)
    {
        if (number < 0 || number >= Limit)
        {
            throw new KernelError(ErrorCode.EBADF);
        }

        file.Hold();
        if (_entries.Remove(number, out Descriptor old))
        {
            old.File.Release();
        }

        _entries.Add(number, new Descriptor(file, isCloseOnExec));
    }

    public void SetCloseOnExec(int number, bool isCloseOnExec) => _entries[number] = Entry(number) with { IsCloseOnExec = isCloseOnExec };

    /// <summary>Closes a descriptor.</summary>
    /// <exception cref="KernelError">EBADF.</exception>
    public void Close(int number)
    {
        Descriptor entry = Entry(number);
        _entries.Remove(number);
        entry.File.Release();
    }

    /// <summary>Closes all of a range that are open.</summary>
    public void CloseRange(uint first, uint last)
    {
        foreach (int number in _entries.Keys.Where(number => (uint)number >= first && (uint)number <= last).ToArray())
        {
            Close(number);
        }
    }

    /// <summary>Closes all.</summary>
    public void CloseAll() => CloseRange(0, uint.MaxValue);

    /// <summary>Closes what execve(2) closes.</summary>
    public void CloseOnExecution()
    {
        foreach ((int number, Descriptor entry) in _entries.ToArray())
        {
            if (entry.IsCloseOnExec)
            {
                Close(number);
            }
        }
    }

    /// <summary>A child's copy.</summary>
    public void CopyTo(DescriptorTable child)
    {
        foreach ((int number, Descriptor entry) in _entries)
        {
            if (entry.File is not Events.EventQueue)
            {
                child._entries.Add(number, entry with { File = entry.File.Hold() });
            }
        }
    }
}
