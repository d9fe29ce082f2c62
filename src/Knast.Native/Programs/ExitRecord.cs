using System.Globalization;
using System.Text;

namespace Knast.Native.Programs;

/// <summary>What the monitor leaves in the file <c>exit</c> of a container's run-time state: <c>STATUS NANOSECONDS\n</c>.</summary>
/// <param name="WaitStatus">The status as wait(2) gives it, equal on both systems.</param>
/// <param name="Nanoseconds">When the process was reaped, in nanoseconds since 1970, UTC.</param>
public readonly record struct ExitRecord(int WaitStatus, long Nanoseconds)
{
    private const int SignalMask = 0x7f;
    private const int SignalBase = 128;

    /// <summary>The signal that ended the process, or null.</summary>
    public int? Signal => (WaitStatus & SignalMask) == 0 ? null : WaitStatus & SignalMask;

    /// <summary>The exit code as shells give it: 128 and the signal's number for a process that a signal ended.</summary>
    public int ExitCode => Signal is int signal ? SignalBase + signal : (WaitStatus >> 8) & 0xff;

    /// <summary>When the process was reaped, to 100 nanoseconds.</summary>
    public DateTimeOffset Time => DateTimeOffset.UnixEpoch.AddTicks(Nanoseconds / TimeSpan.NanosecondsPerTick);

    /// <summary>Reads the file's content.</summary>
    /// <param name="content">The content.</param>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static ExitRecord Read(ReadOnlySpan<byte> content)
    {
        string text = Encoding.ASCII.GetString(content);
        string[] parts = text.TrimEnd('\n').Split(' ');
        return parts.Length == 2 && text.EndsWith('\n')
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long nanoseconds)
                ? new ExitRecord(status, nanoseconds)
                : throw new InvalidDataException($"\"{text.TrimEnd('\n')}\" is not an exit record, which is a wait status and a time in nanoseconds.");
    }
}
