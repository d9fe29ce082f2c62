using Knast.Native.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Files;

namespace Knast.Simulation.Descriptors;

/// <summary>An anonymous piece of shared memory (shm_open2(2) with SHM_ANON).</summary>
internal sealed class SharedMemoryFile(OpenFlags flags, bool growsOnWrite, bool allowsSeals) : OpenFile(flags)
{
    private const int SealSeal = 1;
    private const int SealShrink = 2;
    private const int SealGrow = 4;
    private const int SealWrite = 8;

    private byte[] _content = [];
    private long _position;

    /// <summary>The seals (F_GET_SEALS).</summary>
    public int Seals { get; private set; } = allowsSeals ? 0 : SealSeal;

    public override int Kind => 7;

    /// <summary>F_ADD_SEALS.</summary>
    public void AddSeals(int seals)
    {
        KernelError.Unless((Seals & SealSeal) == 0, ErrorCode.EPERM);
        Seals |= seals;
    }

    public override int Read(CallContext call, Span<byte> bytes, long? offset)
    {
        long start = offset ?? _position;
        int count = (int)Math.Clamp(_content.Length - start, 0, bytes.Length);
        _content.AsSpan((int)Math.Min(start, _content.Length), count).CopyTo(bytes);
        _position = offset is null ? start + count : _position;
        return count;
    }

    public override int Write(CallContext call, ReadOnlySpan<byte> bytes, long? offset)
    {
        KernelError.Unless((Seals & SealWrite) == 0, ErrorCode.EPERM);
        long start = offset ?? _position;
        if (growsOnWrite && start + bytes.Length > _content.Length)
        {
            Array.Resize(ref _content, (int)(start + bytes.Length));
        }

        int count = (int)Math.Clamp(_content.Length - start, 0, bytes.Length);
        bytes[..count].CopyTo(_content.AsSpan((int)start));
        _position = offset is null ? start + count : _position;
        return count;
    }

    public override void Truncate(CallContext call, long length)
    {
        KernelError.Unless(length >= _content.Length || (Seals & SealShrink) == 0, ErrorCode.EPERM);
        KernelError.Unless(length <= _content.Length || (Seals & SealGrow) == 0, ErrorCode.EPERM);
        Array.Resize(ref _content, (int)length);
    }

    public override long Seek(long offset, int whence) => _position = whence switch
    {
        0 => offset,
        1 => _position + offset,
        2 => _content.Length + offset,
        _ => throw new KernelError(ErrorCode.EINVAL),
    };

    public override StatRecord Stat() => new() { Type = FileType.Regular, Mode = 0x180, LinkCount = 1, Size = _content.Length };
}
