using System.Buffers.Binary;
using Knast.Native.Files;
using Knast.Native.Kernel;

namespace Knast.Native.Linux.Files;

/// <summary>Reads struct linux_dirent64 records (getdents64(2)).</summary>
internal sealed class LinuxDirectoryReader(IKernel kernel, KernelDescriptor directory) : DirectoryReader
{
    private const int RecordLengthOffset = 16;
    private const int NameOffset = 19;

    private readonly byte[] _buffer = new byte[32768];
    private int _length;
    private int _next;
    private int _nameStart;
    private int _nameLength;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Name => _buffer.AsSpan(_nameStart, _nameLength);

    /// <inheritdoc/>
    // d_type (DT_*) is the file type of a mode, shifted; it is the byte before the name.
    public override FileType Type => (FileType)(_buffer[_nameStart - 1] << 12);

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        do
        {
            if (_next >= _length)
            {
                _length = Getdents64.Invoke(kernel, directory, _buffer);
                _next = 0;
                if (_length == 0)
                {
                    return false;
                }
            }

            ReadOnlySpan<byte> record = _buffer.AsSpan(_next.._length);
            _nameStart = _next + NameOffset;
            _nameLength = record[NameOffset..].IndexOf((byte)0);
            _next += BinaryPrimitives.ReadUInt16LittleEndian(record[RecordLengthOffset..]);
        }
        while (Name.SequenceEqual("."u8) || Name.SequenceEqual(".."u8));

        return true;
    }
}
