using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Simulation.Descriptors;

namespace Knast.Simulation.Launching;

/// <summary>The framed log of a monitor, with rotation (docs/programs.md).</summary>
internal sealed class MonitorLog(UserSpace user, MonitorTask task)
{
    private const int MostRotated = 99;
    private const int LogMode = 0x1A0;
    private const int DroppedStream = 0;

    private int _descriptor = task.Log;
    private ulong _size;
    private ulong _dropped;

    /// <summary>Finds out how large it is.</summary>
    public void Open() => _size = (ulong)user.Require(478, _descriptor, 0, 2);

    /// <summary>Adds what was read.</summary>
    public void Append(int stream, ReadOnlySpan<byte> bytes, long time)
    {
        ulong size = (ulong)(LogFrame.HeaderSize + bytes.Length);
        if (_descriptor >= 0 && task.LogLimit != 0 && _size != 0 && _size + size > task.LogLimit)
        {
            Rotate();
        }

        if (!IsOpen() || (_dropped != 0 && !AppendDropped(time)) || !Write(Frame(stream, bytes, time)))
        {
            _dropped += (ulong)bytes.Length;
        }
    }

    /// <summary>Says at the end what could not be written.</summary>
    public void Finish()
    {
        if (_dropped != 0 && IsOpen())
        {
            AppendDropped((DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).Ticks * 100);
        }
    }

    private static byte[] Frame(int stream, ReadOnlySpan<byte> bytes, long time)
    {
        byte[] frame = new byte[LogFrame.HeaderSize + bytes.Length];
        BinaryPrimitives.WriteInt64LittleEndian(frame, time);
        BinaryPrimitives.WriteInt32LittleEndian(frame.AsSpan(8), bytes.Length);
        frame[12] = (byte)stream;
        bytes.CopyTo(frame.AsSpan(LogFrame.HeaderSize));
        return frame;
    }

    private static string Name(int generation) => generation == 0 ? "log" : $"log.{generation}";

    private bool AppendDropped(long time)
    {
        byte[] count = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(count, _dropped);
        if (!Write(Frame(DroppedStream, count, time)))
        {
            return false;
        }

        _dropped = 0;
        return true;
    }

    private void Rotate()
    {
        for (int generation = Math.Min(task.RotatedLogs, MostRotated); generation > 0; generation--)
        {
            user.Try(501, task.Directory, Name(generation - 1), task.Directory, Name(generation));
        }

        user.Try(6, _descriptor);
        _descriptor = -1;
    }

    private bool IsOpen()
    {
        if (_descriptor >= 0)
        {
            return true;
        }

        const OpenFlags flags = OpenFlags.WriteOnly | OpenFlags.Create | OpenFlags.CloseOnExec | OpenFlags.Append | OpenFlags.Truncate;
        SystemCallResult result = user.Try(499, task.Directory, "log", (int)flags, LogMode);
        _descriptor = result.Failed ? -1 : (int)result.Value;
        _size = 0;
        return !result.Failed;
    }

    // A frame is written whole or not at all.
    private bool Write(byte[] frame)
    {
        SystemCallResult result = user.Try(4, _descriptor, frame, frame.Length);
        if (!result.Failed && result.Value == frame.Length)
        {
            _size += (ulong)frame.Length;
            return true;
        }

        if (!result.Failed && result.Value > 0)
        {
            user.Try(480, _descriptor, (long)_size);
        }

        return false;
    }
}
