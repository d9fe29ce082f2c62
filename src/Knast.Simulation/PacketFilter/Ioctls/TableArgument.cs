using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.FreeBsd.PacketFilter;
using Knast.Native.Kernel;
using Knast.Simulation.Calls;
using Knast.Simulation.Memory;
using Knast.Simulation.PacketFilter.Tables;

namespace Knast.Simulation.PacketFilter.Ioctls;

/// <summary>A table, and a buffer of tables or entries (struct pfioc_table).</summary>
internal readonly ref struct TableArgument(byte[] data)
{
    private const int Trial = 2;
    private const int Feedback = 4;
    private const int AllAnchors = 0x40;
    private const int Most = 65535;

    /// <summary>Whether changes are only counted, not made.</summary>
    public bool IsTrial => (Flags & Trial) != 0;

    /// <summary>Whether the tables of all anchors are meant.</summary>
    public bool IsOfAllAnchors => (Flags & AllAnchors) != 0;

    /// <summary>How many elements the buffer has.</summary>
    public int Count => Read(PfiocTableLayout.Count);

    public ulong Buffer => BinaryPrimitives.ReadUInt64LittleEndian(data.AsSpan(PfiocTableLayout.Buffer));

    public TableName Table => TableName.Read(data.AsSpan(PfiocTableLayout.Table));

    private int Flags => Read(PfiocTableLayout.Flags);

    /// <summary>The buffer's elements are of a size.</summary>
    /// <exception cref="KernelError">ENODEV.</exception>
    public void RequireElements(int size) => KernelError.Unless(Read(PfiocTableLayout.ElementSize) == size, ErrorCode.ENODEV);

    /// <summary>The number of elements is one.</summary>
    /// <param name="code">What it is refused with: ENOMEM for tables, EINVAL for entries.</param>
    /// <exception cref="KernelError">As said.</exception>
    public void RequireCount(ErrorCode code) => KernelError.Unless(Count is >= 0 and <= Most, code);

    /// <summary>Asks for nothing but what such a request knows.</summary>
    /// <exception cref="KernelError">EINVAL.</exception>
    public void RequireFlags(bool mayBeTrial = false, bool mayGiveFeedback = false, bool mayBeOfAllAnchors = false)
    {
        int known = (mayBeTrial ? Trial : 0) | (mayGiveFeedback ? Feedback : 0) | (mayBeOfAllAnchors ? AllAnchors : 0);
        KernelError.Unless((Flags & ~known) == 0, ErrorCode.EINVAL);
    }

    /// <summary>Reads the buffer.</summary>
    /// <exception cref="KernelError">EFAULT.</exception>
    public byte[] ReadBuffer(CallContext call, int elementSize) => call.Memory.Read(Buffer, Count * elementSize).ToArray();

    /// <summary>Writes the buffer, from its beginning.</summary>
    /// <exception cref="KernelError">EFAULT.</exception>
    public void WriteBuffer(CallContext call, ReadOnlySpan<byte> bytes) => call.Memory.Write(Buffer, bytes);

    /// <summary>Answers with a number.</summary>
    /// <param name="offset">A field of the structure.</param>
    /// <param name="value">The number.</param>
    public void Answer(int offset, int value) => BinaryPrimitives.WriteInt32LittleEndian(data.AsSpan(offset), value);

    /// <summary>The anchor, where it alone counts.</summary>
    /// <exception cref="KernelError">EINVAL: it is not written as it must be.</exception>
    public string RequireAnchor()
    {
        ReadOnlySpan<byte> field = data.AsSpan(PfiocTableLayout.Table + PfrTableLayout.Anchor, PacketFilterNames.AnchorPathSize);
        KernelError.Unless(TableName.IsText(field), ErrorCode.EINVAL);
        return FixedText.Read(field).TrimStart('/');
    }

    private int Read(int offset) => BinaryPrimitives.ReadInt32LittleEndian(data.AsSpan(offset));
}
