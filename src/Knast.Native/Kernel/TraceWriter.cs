using System.Text.Json;
using Knast.Native.Programs;

namespace Knast.Native.Kernel;

/// <summary>Writes system calls as JSON lines. Each line is in the file before the call's caller goes on, so that a crash loses none.</summary>
public sealed class TraceWriter : IDisposable
{
    private const int LongestBlock = 4096;

    private readonly object _lock = new();
    private readonly Stream _stream;
    private readonly MemoryStream _line = new();
    private readonly Utf8JsonWriter _json;
    private long _number;

    private TraceWriter(Stream stream)
    {
        _stream = stream;
        _json = new Utf8JsonWriter(_line);
    }

    /// <summary>Opens a trace file for appending, with mode 0600, since buffers may hold what containers hold.</summary>
    /// <param name="path">The file; a FIFO will do.</param>
    public static TraceWriter Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var stream = new FileStream(path, options);
        if (stream.CanSeek)
        {
            stream.Seek(0, SeekOrigin.End);
        }

        return new TraceWriter(stream);
    }

    /// <summary>Writes a call that was made.</summary>
    /// <param name="call">The call with its blocks as the kernel left them.</param>
    /// <param name="result">What came back.</param>
    /// <param name="elapsed">How long it took.</param>
    /// <param name="system">The system, for the error's name.</param>
    public void Write(SystemCall call, SystemCallResult result, TimeSpan elapsed, KernelSystem system)
    {
        ArgumentNullException.ThrowIfNull(call);
        lock (_lock)
        {
            Begin(call.Name);
            _json.WriteStartArray("args");
            foreach (SystemCallArgument argument in call.Arguments)
            {
                if (argument.Kind == SystemCallArgumentKind.Block)
                {
                    WriteBlock(call, (int)argument.Value);
                }
                else
                {
                    _json.WriteNumberValue(argument.Value);
                }
            }

            _json.WriteEndArray();
            WritePointedAt(call);
            _json.WriteNumber("result", result.Value);
            if (result.Failed)
            {
                _json.WriteString("errno", ErrorCodes.FromErrno(system, result.Errno).ToString());
            }

            End(elapsed);
        }
    }

    /// <summary>Writes a program that was started.</summary>
    /// <param name="program">The program.</param>
    /// <param name="elapsed">How long starting it took.</param>
    public void Write(LaunchProgram program, TimeSpan elapsed)
    {
        ArgumentNullException.ThrowIfNull(program);
        lock (_lock)
        {
            Begin("launch");
            _json.WriteStartArray("program");
            foreach (string line in program.Lines)
            {
                _json.WriteStringValue(line);
            }

            _json.WriteEndArray();
            End(elapsed);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _json.Dispose();
        _line.Dispose();
        _stream.Dispose();
    }

    private void Begin(string name)
    {
        _line.SetLength(0);
        _json.Reset(_line);
        _json.WriteStartObject();
        _json.WriteNumber("n", ++_number);
        _json.WriteString("call", name);
    }

    private void End(TimeSpan elapsed)
    {
        _json.WriteNumber("us", Math.Round(elapsed.TotalMicroseconds, 1));
        _json.WriteEndObject();
        _json.Flush();
        _line.WriteByte((byte)'\n');
        _stream.Write(_line.GetBuffer(), 0, (int)_line.Length);
    }

    // Blocks that only other blocks point at, in the order they were added.
    private void WritePointedAt(SystemCall call)
    {
        if (call.Pointers.Length == 0)
        {
            return;
        }

        _json.WriteStartArray("pointed");
        foreach (BlockPointer pointer in call.Pointers)
        {
            WriteBlock(call, pointer.To.Index);
        }

        _json.WriteEndArray();
    }

    private void WriteBlock(SystemCall call, int index)
    {
        SystemCallBlock block = call.Blocks[index];
        Span<byte> bytes = call.Bytes(new BlockReference(index));
        if (call.IsSecret && block.Direction == BlockDirection.In)
        {
            _json.WriteStringValue($"<{bytes.Length} bytes left out>");
        }
        else if (block.IsText)
        {
            _json.WriteStringValue(((KernelText)(ReadOnlySpan<byte>)bytes[..^1]).ToString());
        }
        else
        {
            string hex = Convert.ToHexString(bytes[..Math.Min(bytes.Length, LongestBlock)]);
            _json.WriteStringValue(bytes.Length > LongestBlock ? $"0x{hex}… ({bytes.Length} bytes)" : "0x" + hex);
        }
    }
}
