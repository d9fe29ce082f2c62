using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>Reads struct dirent records (getdirentries(2)).</summary>
internal sealed class FreeBsdDirectoryReader(IKernel kernel, KernelDescriptor directory) : DirectoryReader
{
    private readonly byte[] _buffer = new byte[32768];
    private int _length;
    private int _next;
    private int _current;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => NameOf(_buffer.AsSpan(_current.._next));

    /// <inheritdoc/>
    // d_type (DT_*) is the file type of a mode, shifted; DT_WHT is the whiteout of a union mount, which is no type of ours.
    public override FileType Type
    {
        get
        {
            var type = (FileType)(_buffer[_current + DirentLayout.Type] << 12);
            return Enum.IsDefined(type) ? type : FileType.Unknown;
        }
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        do
        {
            if (_next >= _length)
            {
                _length = Getdirentries.Invoke(kernel, directory, _buffer);
                _next = 0;
                if (_length == 0)
                {
                    return false;
                }
            }

            _current = _next;
            _next += RecordLength(_buffer.AsSpan(_current.._length));
        }
        while (Name.IsEmpty || Name.SequenceEqual("."u8) || Name.SequenceEqual(".."u8));

        return true;
    }

    private static ReadOnlySpan<byte> NameOf(ReadOnlySpan<byte> record)
    {
        int length = BinaryPrimitives.ReadUInt16LittleEndian(record[DirentLayout.NameLength..]);
        return record.Slice(DirentLayout.Name, Math.Min(length, record.Length - DirentLayout.Name));
    }

    private static int RecordLength(ReadOnlySpan<byte> rest)
    {
        int length = rest.Length < DirentLayout.Name ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(rest[DirentLayout.RecordLength..]);
        return length < DirentLayout.Name || length > rest.Length
            ? throw new InvalidDataException(
                $"getdirentries gave a record of {length} bytes where {rest.Length} are left; one has at least {DirentLayout.Name}.")
            : length;
    }
}
