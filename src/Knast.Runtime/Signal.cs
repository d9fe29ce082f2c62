namespace Knast.Runtime;

/// <summary>A signal by a name that both systems know, or by the host's number.</summary>
public readonly record struct Signal
{
    // FreeBSD sys/signal.h, Linux asm-generic/signal.h. Null: the system has no such signal.
    private static readonly (string Name, int? FreeBsd, int? Linux)[] Table =
    [
        ("HUP", 1, 1), ("INT", 2, 2), ("QUIT", 3, 3), ("ILL", 4, 4), ("TRAP", 5, 5), ("ABRT", 6, 6), ("EMT", 7, null), ("FPE", 8, 8),
        ("KILL", 9, 9), ("BUS", 10, 7), ("SEGV", 11, 11), ("SYS", 12, 31), ("PIPE", 13, 13), ("ALRM", 14, 14), ("TERM", 15, 15),
        ("URG", 16, 23), ("STOP", 17, 19), ("TSTP", 18, 20), ("CONT", 19, 18), ("CHLD", 20, 17), ("TTIN", 21, 21), ("TTOU", 22, 22),
        ("IO", 23, 29), ("XCPU", 24, 24), ("XFSZ", 25, 25), ("VTALRM", 26, 26), ("PROF", 27, 27), ("WINCH", 28, 28), ("INFO", 29, null),
        ("USR1", 30, 10), ("USR2", 31, 12), ("PWR", null, 30), ("STKFLT", null, 16),
    ];

    private readonly int _number;

    private Signal(string? name, int number)
    {
        Name = name;
        _number = number;
    }

    /// <summary>TERM: asks to end.</summary>
    public static Signal Term { get; } = new("TERM", 0);

    /// <summary>KILL: ends.</summary>
    public static Signal Kill { get; } = new("KILL", 0);

    /// <summary>The name without SIG; null where a number was given.</summary>
    public string? Name { get; }

    /// <summary>The names that the completion offers.</summary>
    public static IEnumerable<string> Names => Table.Select(row => row.Name);

    /// <summary>Takes <c>TERM</c>, <c>SIGTERM</c>, <c>term</c>, <c>15</c>, <c>RTMIN+3</c>.</summary>
    /// <param name="text">The signal.</param>
    /// <exception cref="KnastException"><c>SignalUnknown</c>.</exception>
    public static Signal Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (int.TryParse(text, out int number) && number is > 0 and < 129)
        {
            return new Signal(null, number);
        }

        string name = text.Trim().ToUpperInvariant();
        name = name.StartsWith("SIG", StringComparison.Ordinal) ? name[3..] : name;
        if (Table.Any(row => row.Name == name) || RealTimeOffset(name) is not null)
        {
            return new Signal(name, 0);
        }

        throw new KnastException(
            "SignalUnknown", KnastErrorKind.InvalidArgument,
            $"\"{text}\" is no signal; give a name such as TERM or SIGTERM, or a number from 1 to 128.", text);
    }

    /// <summary>The number on a system.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="KnastException"><c>SignalUnknown</c>: the system has no such signal.</exception>
    public int ToNumber(Native.Kernel.KernelSystem system)
    {
        if (Name is not { } name)
        {
            return _number;
        }

        bool isLinux = system == Native.Kernel.KernelSystem.Linux;
        if (RealTimeOffset(name) is { } offset)
        {
            return (isLinux ? 34 : 65) + offset;
        }

        (string Name, int? FreeBsd, int? Linux) row = Array.Find(Table, row => row.Name == name);
        return (isLinux ? row.Linux : row.FreeBsd)
            ?? throw new KnastException("SignalUnknown", KnastErrorKind.NotSupported, $"This host has no signal {name}.", name);
    }

    /// <inheritdoc/>
    public override string ToString() => Name ?? _number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // RTMIN is 34 for programs on Linux (glibc keeps two for itself; signal(7)), 65 on FreeBSD.
    private static int? RealTimeOffset(string name)
    {
        if (name == "RTMIN")
        {
            return 0;
        }

        return name.StartsWith("RTMIN+", StringComparison.Ordinal) && int.TryParse(name.AsSpan(6), out int offset) && offset is >= 0 and <= 30
            ? offset
            : null;
    }
}
