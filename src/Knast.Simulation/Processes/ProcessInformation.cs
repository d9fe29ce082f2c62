using System.Buffers.Binary;
using System.Text;

namespace Knast.Simulation.Processes;

/// <summary>struct kinfo_proc (sys/user.h).</summary>
internal static class ProcessInformation
{
    /// <summary>Bytes of the structure.</summary>
    public const int Size = 1088;

    private const int MostGroups = 16;

    /// <summary>The structure for a process.</summary>
    public static byte[] Of(Process process)
    {
        byte[] bytes = new byte[Size];
        WriteIdentity(bytes, process);
        WriteCredentials(bytes, process.Credentials);
        WriteState(bytes, process);
        WriteText(bytes.AsSpan(394, 17), process.Name);
        WriteText(bytes.AsSpan(411, 9), process.HasEnded ? "" : "wait");
        WriteText(bytes.AsSpan(420, 18), process.Login);
        WriteText(bytes.AsSpan(447, 20), process.Name);
        WriteText(bytes.AsSpan(467, 17), "FreeBSD ELF64");
        WriteText(bytes.AsSpan(484, 18), process.LoginClass);
        return bytes;
    }

    private static void WriteIdentity(Span<byte> to, Process process)
    {
        BinaryPrimitives.WriteInt32LittleEndian(to, Size);
        BinaryPrimitives.WriteInt32LittleEndian(to[72..], process.Pid);
        BinaryPrimitives.WriteInt32LittleEndian(to[76..], process.Parent?.Pid ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(to[80..], process.GroupId);
        BinaryPrimitives.WriteInt32LittleEndian(to[84..], -1);
        BinaryPrimitives.WriteInt32LittleEndian(to[88..], process.SessionId);
        BinaryPrimitives.WriteInt64LittleEndian(to[336..], process.StartTime.ToUnixTimeSeconds());
        BinaryPrimitives.WriteInt64LittleEndian(to[344..], process.StartTime.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        BinaryPrimitives.WriteInt32LittleEndian(to[592..], process.Jail.Id);
        BinaryPrimitives.WriteInt32LittleEndian(to[596..], 1);
        BinaryPrimitives.WriteInt32LittleEndian(to[600..], 100000 + process.Pid);
        if (process.Machine.Release.Is15)
        {
            BinaryPrimitives.WriteInt32LittleEndian(to[552..], process.Pid == 0 ? 0 : process.Reaper.Pid);
        }
    }

    private static void WriteCredentials(Span<byte> to, Credentials credentials)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(to[168..], credentials.EffectiveUser);
        BinaryPrimitives.WriteUInt32LittleEndian(to[172..], credentials.RealUser);
        BinaryPrimitives.WriteUInt32LittleEndian(to[176..], credentials.SavedUser);
        BinaryPrimitives.WriteUInt32LittleEndian(to[180..], credentials.RealGroup);
        BinaryPrimitives.WriteUInt32LittleEndian(to[184..], credentials.SavedGroup);
        uint[] groups = [credentials.EffectiveGroup, .. credentials.Groups.Take(MostGroups - 1)];
        BinaryPrimitives.WriteInt16LittleEndian(to[188..], (short)groups.Length);
        for (int index = 0; index < groups.Length; index++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(to[(192 + (index * 4))..], groups[index]);
        }
    }

    private static void WriteState(Span<byte> to, Process process)
    {
        const byte sleeping = 3;
        const byte stopped = 4;
        const byte zombie = 5;
        to[388] = process.HasEnded ? zombie : process.Signals.IsStopped ? stopped : sleeping;
        BinaryPrimitives.WriteInt16LittleEndian(to[304..], (short)process.ExitStatus);
        WriteSet(to[104..], process.Signals.Pending);
        WriteSet(to[120..], process.Signals.Blocked);
        WriteSet(to[136..], process.Signals.Ignored);
        WriteSet(to[152..], process.Signals.Caught);
    }

    private static void WriteSet(Span<byte> to, IEnumerable<int> signals)
    {
        foreach (int signal in signals)
        {
            to[(signal - 1) / 8] |= (byte)(1 << ((signal - 1) % 8));
        }
    }

    private static void WriteText(Span<byte> to, string text) => Encoding.Latin1.GetBytes(text.AsSpan(0, Math.Min(text.Length, to.Length - 1)), to);
}
