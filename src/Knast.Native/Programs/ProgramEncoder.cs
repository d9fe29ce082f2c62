using System.Buffers.Binary;
using Knast.Native.Kernel;

namespace Knast.Native.Programs;

/// <summary>Lays the sequences of a program out one after another and writes the image.</summary>
internal sealed class ProgramEncoder
{
    private readonly ProgramBuilder _root;
    private readonly List<(ProgramBuilder Sequence, int Start)> _sequences = [];
    private readonly Dictionary<ProgramBuilder, int> _starts = [];
    private readonly List<(int Error, int Skip)> _onErrno = [];
    private readonly List<ProgramStep> _steps = [];
    private int _recordCount;

    public ProgramEncoder(ProgramBuilder root)
    {
        _root = root;
    }

    /// <summary>Writes the image.</summary>
    public LaunchProgram Encode()
    {
        Place(_root);
        if (_recordCount > ProgramFormat.MaximumRecords)
        {
            throw new InvalidOperationException($"The program has {_recordCount} records; {ProgramFormat.MaximumRecords} is the most.");
        }

        byte[] records = new byte[_recordCount * ProgramFormat.RecordSize];
        foreach ((ProgramBuilder sequence, int start) in _sequences)
        {
            for (int index = 0; index < sequence.Records.Count; index++)
            {
                Write(records, sequence, start, index);
            }

            WriteEnd(records, start + sequence.Records.Count);
        }

        return new LaunchProgram(_root.Target, WriteImage(records), _steps, _root.FirstProcessStays);
    }

    // A child's records come after all of its parent's, so a program only ever goes forward.
    private void Place(ProgramBuilder sequence)
    {
        _sequences.Add((sequence, _recordCount));
        _starts.Add(sequence, _recordCount);
        _recordCount += sequence.Records.Count + 1;
        foreach (ProgramRecord record in sequence.Records)
        {
            if (record.Child is not null)
            {
                Place(record.Child);
            }
        }
    }

    private void Write(byte[] records, ProgramBuilder sequence, int start, int index)
    {
        ProgramRecord record = sequence.Records[index];
        Span<byte> to = records.AsSpan((start + index) * ProgramFormat.RecordSize, ProgramFormat.RecordSize);
        int first = _onErrno.Count;
        foreach (OnErrno entry in record.On)
        {
            if (ProgramRecord.Errno(_root.Target.System, entry.Error) is int errno)
            {
                _onErrno.Add((errno, Skip(sequence, index, entry, record)));
            }
        }

        to[0] = (byte)record.Kind;
        to[1] = (byte)record.Operands.Length;
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], Register(record.Result));
        BinaryPrimitives.WriteUInt32LittleEndian(to[4..], record.Number);
        BinaryPrimitives.WriteInt32LittleEndian(to[8..], first);
        BinaryPrimitives.WriteUInt16LittleEndian(to[12..], checked((ushort)(_onErrno.Count - first)));
        BinaryPrimitives.WriteUInt16LittleEndian(to[14..], Register(record.Second));
        for (int operand = 0; operand < record.Operands.Length; operand++)
        {
            ProgramValue value = record.Child is null ? record.Operands[operand] : _starts[record.Child];
            to[16 + operand] = (byte)value.Kind;
            BinaryPrimitives.WriteInt64LittleEndian(to[(24 + (operand * 8))..], value.Value);
        }

        _steps.Add(new ProgramStep(record.Name, record.Subject, Line(record, start + index, first)));
    }

    private void WriteEnd(byte[] records, int index)
    {
        Span<byte> to = records.AsSpan(index * ProgramFormat.RecordSize, ProgramFormat.RecordSize);
        to[0] = (byte)RecordKind.Exit;
        to[1] = 1;
        BinaryPrimitives.WriteUInt16LittleEndian(to[2..], ProgramFormat.NoRegister);
        BinaryPrimitives.WriteUInt16LittleEndian(to[14..], ProgramFormat.NoRegister);
        _steps.Add(new ProgramStep("exit", "", $"{index,3}  end"));
    }

    private byte[] WriteImage(byte[] records)
    {
        ProgramData data = _root.Data;
        int tables = ProgramFormat.HeaderSize + records.Length + ((data.Relocations.Count + _onErrno.Count) * ProgramFormat.EntrySize);
        int dataOffset = (tables + ProgramFormat.DataAlignment - 1) & -ProgramFormat.DataAlignment;
        byte[] image = new byte[dataOffset + data.Length];
        if (image.Length > ProgramFormat.LargestProgram)
        {
            throw new InvalidOperationException($"The program has {image.Length} bytes; {ProgramFormat.LargestProgram} is the most.");
        }

        Span<byte> header = image;
        BinaryPrimitives.WriteUInt32LittleEndian(header, ProgramFormat.Magic);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], ProgramFormat.Version);
        header[6] = (byte)(_root.Target.System == KernelSystem.Linux ? 1 : 2);
        header[7] = (byte)(_root.Target.Architecture == KernelArchitecture.Amd64 ? 1 : 2);
        ReadOnlySpan<int> fields =
        [
            image.Length, _recordCount, data.Relocations.Count, _onErrno.Count, dataOffset, data.Length, _root.RegisterCount, _root.FailureStatus,
        ];
        for (int index = 0; index < fields.Length; index++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(header[(8 + (index * 4))..], fields[index]);
        }

        records.CopyTo(image, ProgramFormat.HeaderSize);
        Span<byte> entries = image.AsSpan(ProgramFormat.HeaderSize + records.Length);
        foreach ((int first, int second) in data.Relocations.Concat(_onErrno))
        {
            BinaryPrimitives.WriteInt32LittleEndian(entries, first);
            BinaryPrimitives.WriteInt32LittleEndian(entries[4..], second);
            entries = entries[ProgramFormat.EntrySize..];
        }

        data.Bytes.CopyTo(image.AsSpan(dataOffset));
        return image;
    }

    private static int Skip(ProgramBuilder sequence, int index, OnErrno entry, ProgramRecord record)
    {
        if (entry.Label is null)
        {
            return 0;
        }

        if (entry.Label.Owner != sequence || entry.Label.Position <= index)
        {
            throw new InvalidOperationException(
                $"{record.Name}({record.Subject}) goes on {entry.Error} to a label that is not marked further on in the same sequence.");
        }

        return entry.Label.Position - index - 1;
    }

    private string Line(ProgramRecord record, int index, int firstOnErrno)
    {
        string result = record.Result is ProgramRegister register ? $"{register} := " : "";
        string second = record.Second is ProgramRegister other ? $", descriptor {other}" : "";
        string child = record.Child is null ? "" : $" child at {_starts[record.Child]}";
        string on = "";
        for (int entry = firstOnErrno; entry < _onErrno.Count; entry++)
        {
            (int error, int skip) = _onErrno[entry];
            string name = error == 0 ? "success" : ErrorCodes.FromErrno(_root.Target.System, error).ToString();
            on += $"{(on.Length == 0 ? "  on " : ", ")}{name} to {index + 1 + skip}";
        }

        return $"{index,3}  {result}{record.Line}{second}{child}{on}";
    }

    private static ushort Register(ProgramRegister? register) => register is null ? ProgramFormat.NoRegister : (ushort)register.Value.Number;
}
