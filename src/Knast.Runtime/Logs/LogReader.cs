using System.Buffers.Binary;
using Knast.Native.Programs;

namespace Knast.Runtime.Logs;

/// <summary>Reads the framed log of a container, the rotated files first, and goes on where it ended when more is there.</summary>
internal sealed class LogReader : IDisposable
{
    private const int MostRotated = 99;

    private readonly string _path;
    private readonly LineAssembler _output = new(ContainerLogStream.Output);
    private readonly LineAssembler _error = new(ContainerLogStream.Error);
    private FileStream? _current;

    public LogReader(string path)
    {
        _path = path;
    }

    /// <summary>Reads all whole pieces that are there.</summary>
    /// <param name="isFinal">Whether nothing more will come, so that lines without end are given as well.</param>
    public IEnumerable<ContainerLogLine> ReadAvailable(bool isFinal)
    {
        _current ??= OpenOldest();
        while (_current is not null)
        {
            foreach (ContainerLogLine line in ReadFrames(_current))
            {
                yield return line;
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

    private FileStream? OpenOldest()
    {
        for (int generation = MostRotated; generation > 0; generation--)
        {
            if (File.Exists($"{_path}.{generation}"))
            {
                return Open($"{_path}.{generation}");
            }
        }

        return Open(_path);
    }

    // After a rotation the file that was read lies under the next number, so what follows it is one number below.
    private bool OpenNext()
    {
        for (int generation = 0; generation <= MostRotated; generation++)
        {
            string path = generation == 0 ? _path : $"{_path}.{generation}";
            using FileStream? candidate = Open(path);
            if (candidate is null || !IsSame(candidate, _current!))
            {
                continue;
            }

            if (generation == 0 || Open(generation == 1 ? _path : $"{_path}.{generation - 1}") is not { } next)
            {
                return false;
            }

            _current!.Dispose();
            _current = next;
            return true;
        }

        return false;
    }

    private static FileStream? Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    // Logs begin with a time in nanoseconds, which tells one from another.
    private static bool IsSame(FileStream one, FileStream other)
    {
        Span<byte> first = stackalloc byte[LogFrame.HeaderSize];
        Span<byte> second = stackalloc byte[LogFrame.HeaderSize];
        int firstLength = RandomAccess.Read(one.SafeFileHandle, first, 0);
        int secondLength = RandomAccess.Read(other.SafeFileHandle, second, 0);
        return firstLength == secondLength && first.SequenceEqual(second);
    }

    private IEnumerable<ContainerLogLine> ReadFrames(FileStream file)
    {
        byte[] header = new byte[LogFrame.HeaderSize];
        byte[] piece = new byte[LogFrame.LargestLength];
        while (true)
        {
            long start = file.Position;
            if (file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) < header.Length)
            {
                file.Position = start;
                yield break;
            }

            LogFrame frame = Parse(header);
            if (file.ReadAtLeast(piece.AsSpan(0, frame.Length), frame.Length, throwOnEndOfStream: false) < frame.Length)
            {
                file.Position = start;
                yield break;
            }

            foreach (ContainerLogLine line in Lines(frame, piece.AsSpan(0, frame.Length)))
            {
                yield return line;
            }
        }
    }

    private LogFrame Parse(ReadOnlySpan<byte> header)
    {
        try
        {
            _ = LogFrame.TryRead(header, out LogFrame frame);
            return frame;
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
        _ when piece.Length == sizeof(long) => _error.Add(frame.Time, System.Text.Encoding.UTF8.GetBytes(
            $"[{BinaryPrimitives.ReadInt64LittleEndian(piece)} bytes of output were lost: the log could not be written]\n")),
        _ => [],
    };
}
