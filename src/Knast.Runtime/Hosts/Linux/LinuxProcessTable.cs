using System.Globalization;

namespace Knast.Runtime.Hosts.Linux;

/// <summary>What the kernel knows of processes (proc(5), /proc/PID/stat).</summary>
internal sealed class LinuxProcessTable
{
    // Fields after the name, which may hold spaces and parentheses: state is the 1st, starttime the 20th.
    private const int StartTimeField = 19;

    private readonly KernelFiles _files;
    private ulong? _bounding;

    public LinuxProcessTable(KernelFiles files)
    {
        _files = files;
    }

    /// <summary>The start time of a process in clock ticks since the boot; null when it is gone or only waits to be reaped.</summary>
    public long? StartTime(int pid)
    {
        string? stat = _files.TryRead($"/proc/{pid}/stat");
        return stat is null ? null : ParseStartTime(stat);
    }

    /// <summary>The capabilities that this process may give: its bounding set, a bit for each.</summary>
    public ulong BoundingCapabilities() => _bounding ??= ReadBoundingCapabilities();

    /// <summary>The same from the text of the file.</summary>
    public static long? ParseStartTime(string stat)
    {
        int end = stat.LastIndexOf(')');
        if (end < 0 || end + 2 >= stat.Length)
        {
            return null;
        }

        string[] fields = stat[(end + 2)..].Split(' ');
        bool isDead = fields[0] is "Z" or "X" or "x";
        return !isDead && fields.Length > StartTimeField && long.TryParse(fields[StartTimeField], CultureInfo.InvariantCulture, out long ticks)
            ? ticks
            : null;
    }

    private ulong ReadBoundingCapabilities()
    {
        const string field = "CapBnd:";
        string status = _files.TryRead("/proc/self/status") ?? "";
        int start = status.IndexOf(field, StringComparison.Ordinal);
        return start >= 0 && ulong.TryParse(
            status.AsSpan(start + field.Length).TrimStart()[..16], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out ulong bits)
            ? bits
            : ulong.MaxValue;
    }
}
