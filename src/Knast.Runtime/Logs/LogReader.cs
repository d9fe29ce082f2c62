using System.Buffers.Binary;
using System.Text;
using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Runtime.Hosts;

namespace Knast.Runtime.Logs;

/// <summary>Reads the framed log of a container, the rotated files first, and goes on where it ended when more is there.</summary>
internal sealed class LogReader : IDisposable
{
    private const int MostRotated = 99;

    private readonly KernelFiles _files;
    private readonly string _path;
    private readonly LineAssembler _output = new(ContainerLogStream.Output);
    private readonly LineAssembler _error = new(ContainerLogStream.Error);
    private readonly byte[] _buffer = new byte[4 * (LogFrame.HeaderSize + LogFrame.LargestLength)];
    private KernelDescriptor? _current;
    private int _start;
    private int _end;

    public LogReader(KernelFiles files, string path)
    {
        _files = files;
        _path = path;
    }

    /// <summary>Reads all whole frames that are there.</summary>
    /// <param name="isFinal">Whether nothing more will come, so that lines without end are given as well.</param>
    public IEnumerable<ContainerLogLine> ReadAvailable(bool isFinal)
    {
        _current ??= OpenOldest();
        while (_current is not null)
        {
            while (Fill())
            {
                while (NextFrame() is { } lines)
                {
                    foreach (ContainerLogLine line in lines)
                    {
                        yield return line;
                    }
                }
            }

            if (!OpenNext())
            {
                break;
            }
        }

        if (isFinal)
        {
            foreach (ContainerLogLine? line in new[] { _output.Flush(), _error.Flush() }.Where(line => line is not null).OrderBy(line => line!.Timestamp))
            {
                yield return line!;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _current?.Dispose();

    private KernelDescriptor? OpenOldest()
    {
        int oldest = 0;
        while (oldest < MostRotated && _files.Status(Generation(oldest + 1)) is not null)
        {
            oldest++;
        }

        return _files.TryOpen(Generation(oldest));
    }

    // After a rotation the file that was read lies under the next number, so what follows it is one number below.
    private bool OpenNext()
    {
        FileStatus current = _files.Calls.GetStatus(_current!);
        for (int generation = 1; generation <= MostRotated; generation++)
        {
            if (_files.Status(Generation(generation)) is not { } candidate)
            {
                return false;
            }

            if ((candidate.Device, candidate.Inode) == (current.Device, current.Inode) && _files.TryOpen(Generation(generation - 1)) is { } next)
            {
                _current!.Dispose();
                _current = next;
                _start = _end = 0;
                return true;
            }
        }

        return false;
    }

    private string Generation(int number) => number == 0 ? _path : $"{_path}.{number}";

    // Reads more behind what is left of a frame that was not whole.
    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        int count = _files.Calls.Read(_current!, _buffer.AsSpan(_end));
        _end += count;
        return count > 0;
    }

    private List<ContainerLogLine>? NextFrame()
    {
        ReadOnlySpan<byte> rest = _buffer.AsSpan(_start, _end - _start);
        try
        {
            if (!LogFrame.TryRead(rest, out LogFrame frame))
            {
                return null;
            }

            _start += LogFrame.HeaderSize + frame.Length;
            return Lines(frame, rest.Slice(LogFrame.HeaderSize, frame.Length));
        }
        catch (InvalidDataException error)
        {
            throw new KnastException("LogDamaged", KnastErrorKind.InvalidData, $"{_path}: {error.Message}", _path, inner: error);
        }
    }

    private List<ContainerLogLine> Lines(LogFrame frame, ReadOnlySpan<byte> piece) => frame.Stream switch
    {
        LogStream.Output => _output.Add(frame.Time, piece),
        LogStream.Error => _error.Add(frame.Time, piece),
        _ when piece.Length == sizeof(long) => _error.Add(frame.Time, Encoding.UTF8.GetBytes(
            $"[{BinaryPrimitives.ReadInt64LittleEndian(piece)} bytes of output were lost: the log could not be written]\n")),
        _ => [],
    };
}
