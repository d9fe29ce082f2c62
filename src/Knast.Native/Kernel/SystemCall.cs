using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Knast.Native.Kernel;

/// <summary>
/// A system call as a value: a number and up to eight arguments, each a number or a block of bytes that may point to other blocks.
/// It can be invoked, traced, simulated, sent to another machine, or compiled into a program.
/// </summary>
/// <remarks>Rented from a pool of the thread, so that making and invoking one allocates nothing; dispose it on the thread that rented it.</remarks>
public sealed class SystemCall : IDisposable
{
    /// <summary>The most arguments that a system call of either system takes (FreeBSD's <c>mmap</c> family; Linux takes six).</summary>
    public const int MaximumArguments = 8;

    private const int BlockAlignment = 16;

    [ThreadStatic]
    private static SystemCall? s_free;

    private readonly SystemCallArgument[] _arguments = new SystemCallArgument[MaximumArguments];
    private readonly KernelDescriptor?[] _descriptors = new KernelDescriptor?[MaximumArguments];
    private SystemCallBlock[] _blocks = new SystemCallBlock[8];
    private BlockPointer[] _pointers = new BlockPointer[8];
    private RegisterPatch[] _patches = [];
    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(1024, pinned: true);
    private SystemCall? _next;
    private int _argumentCount;
    private int _blockCount;
    private int _pointerCount;
    private int _patchCount;
    private int _used;
    private bool _isRented;

    private SystemCall()
    {
    }

    /// <summary>The kernel's number of the call.</summary>
    public int Number { get; private set; }

    /// <summary>The kernel's name of the call.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether EINTR means "again". Off for calls that have happened all the same, such as close.</summary>
    public bool IsRetried { get; set; } = true;

    /// <summary>Whether the call would change or copy the process that makes it, so that it may only be part of a program.</summary>
    public bool IsProgramOnly { get; set; }

    /// <summary>What the call acts on, for messages; where null, the first string among the arguments.</summary>
    public string? Subject { get; set; }

    /// <summary>Whether a trace must leave out the bytes of the in blocks (environments, secrets).</summary>
    public bool IsSecret { get; set; }

    /// <summary>The arguments in order.</summary>
    public ReadOnlySpan<SystemCallArgument> Arguments => _arguments.AsSpan(0, _argumentCount);

    /// <summary>The blocks in the order they were added.</summary>
    public ReadOnlySpan<SystemCallBlock> Blocks => _blocks.AsSpan(0, _blockCount);

    /// <summary>The pointers between blocks.</summary>
    public ReadOnlySpan<BlockPointer> Pointers => _pointers.AsSpan(0, _pointerCount);

    /// <summary>The places to be filled from registers; only in programs.</summary>
    public ReadOnlySpan<RegisterPatch> Patches => _patches.AsSpan(0, _patchCount);

    /// <summary>Whether an argument is a descriptor of this process, which means nothing in the process that plays a program.</summary>
    internal bool HoldsDescriptor => Array.Exists(_descriptors, static descriptor => descriptor is not null);

    /// <summary>Whether an argument is a descriptor.</summary>
    /// <param name="argument">The argument's index.</param>
    internal bool IsDescriptor(int argument) => _descriptors[argument] is not null;

    /// <summary>Takes an empty call from the pool.</summary>
    /// <param name="number">The kernel's number.</param>
    /// <param name="name">The kernel's name.</param>
    public static SystemCall Rent(int number, string name)
    {
        SystemCall call = s_free ?? new SystemCall();
        s_free = call._next;
        call._next = null;
        call._isRented = true;
        call.Number = number;
        call.Name = name;
        return call;
    }

    /// <summary>Gives the call back to the pool. Blocks must not be used any more.</summary>
    public void Dispose()
    {
        if (!_isRented)
        {
            return;
        }

        _isRented = false;
        Array.Clear(_descriptors, 0, _argumentCount);
        _argumentCount = _blockCount = _pointerCount = _patchCount = _used = 0;
        IsRetried = true;
        IsSecret = false;
        IsProgramOnly = false;
        Subject = null;
        _next = s_free;
        s_free = this;
    }

    /// <summary>Appends a number or a register.</summary>
    /// <param name="operand">The number or the register.</param>
    public SystemCall Argument(Operand operand)
    {
        _descriptors[_argumentCount] = operand.Descriptor;
        Append(operand.IsRegister ? SystemCallArgumentKind.Register : SystemCallArgumentKind.Integer, operand.Value);
        return this;
    }

    /// <summary>Appends the address of a block that was added before.</summary>
    /// <param name="block">The block.</param>
    public SystemCall Argument(BlockReference block)
    {
        Append(SystemCallArgumentKind.Block, block.Index);
        return this;
    }

    /// <summary>Appends a string that ends with NUL.</summary>
    /// <param name="text">The string.</param>
    /// <exception cref="ArgumentException">It holds a NUL.</exception>
    public SystemCall Argument(KernelText text) => Argument(AddText(text));

    /// <summary>Appends a copy of bytes for the kernel to read.</summary>
    /// <param name="bytes">The bytes.</param>
    public SystemCall ArgumentBytes(ReadOnlySpan<byte> bytes)
    {
        BlockReference block = AddBlock(bytes.Length, BlockDirection.In);
        bytes.CopyTo(Bytes(block));
        return Argument(block);
    }

    /// <summary>Adds a block of zeros that is no argument by itself.</summary>
    /// <param name="length">Bytes.</param>
    /// <param name="direction">Who writes it.</param>
    public BlockReference AddBlock(int length, BlockDirection direction)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        int offset = (_used + BlockAlignment - 1) & ~(BlockAlignment - 1);
        Grow(checked(offset + length));
        _used = offset + length;
        _bytes.AsSpan(offset, length).Clear();
        return AddBlock(new SystemCallBlock(offset, length, direction, 0, IsText: false));
    }

    /// <summary>Adds a string that ends with NUL and is no argument by itself.</summary>
    /// <param name="text">The string.</param>
    /// <exception cref="ArgumentException">It holds a NUL.</exception>
    public BlockReference AddText(KernelText text)
    {
        BlockReference block = AddBlock(text.ByteCount + 1, BlockDirection.In);
        text.CopyTo(Bytes(block)[..^1]);
        _blocks[block.Index] = _blocks[block.Index] with { IsText = true };
        return block;
    }

    /// <summary>Adds a string that ends with a decimal number and NUL, such as <c>/proc/self/fd/7</c>; the number may be in a register.</summary>
    /// <param name="prefix">What comes before the number.</param>
    /// <param name="number">The number or the register.</param>
    /// <exception cref="ArgumentException">The prefix holds a NUL.</exception>
    public BlockReference AddText(KernelText prefix, Operand number)
    {
        if (!number.IsRegister)
        {
            return AddText(prefix.ToString() + number.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        BlockReference block = AddBlock(prefix.ByteCount + RegisterPatch.DecimalLength, BlockDirection.In);
        prefix.CopyTo(Bytes(block)[..prefix.ByteCount]);
        AddPatch(new RegisterPatch((int)number.Value, block, prefix.ByteCount, RegisterPatch.Decimal));
        return block;
    }

    /// <summary>Adds memory of the caller's, so that bulk data is not copied. Not for programs.</summary>
    /// <param name="address">Memory that stays pinned until the call is disposed.</param>
    /// <param name="length">Bytes.</param>
    /// <param name="direction">Who writes it.</param>
    public unsafe BlockReference AddExternal(byte* address, int length, BlockDirection direction) =>
        AddBlock(new SystemCallBlock(0, length, direction, (nint)address, IsText: false));

    /// <summary>Makes eight bytes of a block hold the address of another.</summary>
    /// <param name="from">The block that holds the pointer.</param>
    /// <param name="fromOffset">Where in it, in bytes.</param>
    /// <param name="to">The block pointed at.</param>
    /// <param name="toOffset">Where in it the pointer points, in bytes.</param>
    public void Point(BlockReference from, int fromOffset, BlockReference to, int toOffset = 0)
    {
        if (_pointerCount == _pointers.Length)
        {
            Array.Resize(ref _pointers, _pointerCount * 2);
        }

        _pointers[_pointerCount++] = new BlockPointer(from, fromOffset, to, toOffset);
    }

    /// <summary>Writes a number into a block now, or lets a program fill it from a register just before the call.</summary>
    /// <param name="block">The block.</param>
    /// <param name="offset">Where in it, in bytes.</param>
    /// <param name="size">1, 2, 4 or 8 bytes, little endian.</param>
    /// <param name="operand">The number or the register.</param>
    public void Write(BlockReference block, int offset, int size, Operand operand)
    {
        if (operand.IsRegister)
        {
            AddPatch(new RegisterPatch((int)operand.Value, block, offset, size));
            return;
        }

        Span<byte> whole = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(whole, operand.Value);
        whole[..size].CopyTo(Bytes(block).Slice(offset, size));
    }

    /// <summary>The bytes of a block. The span is good until the next block is added.</summary>
    /// <param name="block">The block.</param>
    public Span<byte> Bytes(BlockReference block)
    {
        SystemCallBlock where = Blocks[block.Index];
        return where.External != 0 ? External(where) : _bytes.AsSpan(where.Offset, where.Length);
    }

    /// <summary>What the call acts on, for messages.</summary>
    public string DescribeSubject()
    {
        if (Subject is not null)
        {
            return Subject;
        }

        foreach (SystemCallArgument argument in Arguments)
        {
            if (argument.Kind == SystemCallArgumentKind.Block && Blocks[(int)argument.Value].IsText)
            {
                return ((KernelText)(ReadOnlySpan<byte>)Bytes(new BlockReference((int)argument.Value))[..^1]).ToString();
            }
        }

        return "";
    }

    /// <summary>Makes the arguments into what a register holds, writing the pointers between blocks.</summary>
    /// <param name="values"><see cref="MaximumArguments"/> places; the rest becomes 0.</param>
    /// <exception cref="InvalidOperationException">The call can only be part of a program.</exception>
    internal unsafe void Resolve(Span<long> values)
    {
        RequireInvocable();
        foreach (BlockPointer pointer in Pointers)
        {
            BinaryPrimitives.WriteInt64LittleEndian(
                Bytes(pointer.From)[pointer.FromOffset..], Address(pointer.To.Index) + pointer.ToOffset);
        }

        values.Clear();
        for (int index = 0; index < _argumentCount; index++)
        {
            values[index] = _arguments[index].Kind switch
            {
                SystemCallArgumentKind.Integer => _arguments[index].Value,
                SystemCallArgumentKind.Block => Address((int)_arguments[index].Value),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
    }

    /// <summary>Refuses a call that can only be part of a program.</summary>
    /// <exception cref="InvalidOperationException">The call can only be part of a program.</exception>
    internal void RequireInvocable()
    {
        if (IsProgramOnly)
        {
            throw new InvalidOperationException($"{Name} would change or copy this process, so it can only be part of a program.");
        }

        foreach (SystemCallArgument argument in Arguments)
        {
            if (argument.Kind == SystemCallArgumentKind.Register)
            {
                throw new InvalidOperationException($"{Name} refers to a register, so it can only be part of a program.");
            }
        }
    }

    private unsafe long Address(int block) => _blocks[block].External != 0
        ? _blocks[block].External
        : (long)(nint)Unsafe.AsPointer(ref _bytes[0]) + _blocks[block].Offset;

    private static unsafe Span<byte> External(SystemCallBlock block) => new((void*)block.External, block.Length);

    private BlockReference AddBlock(SystemCallBlock block)
    {
        if (_blockCount == _blocks.Length)
        {
            Array.Resize(ref _blocks, _blockCount * 2);
        }

        _blocks[_blockCount] = block;
        return new BlockReference(_blockCount++);
    }

    private void AddPatch(RegisterPatch patch)
    {
        Array.Resize(ref _patches, Math.Max(_patches.Length, _patchCount + 1));
        _patches[_patchCount++] = patch;
    }

    private void Append(SystemCallArgumentKind kind, long value) =>
        _arguments[_argumentCount++] = new SystemCallArgument(kind, value);

    private void Grow(int size)
    {
        if (size <= _bytes.Length)
        {
            return;
        }

        byte[] larger = GC.AllocateUninitializedArray<byte>(Math.Max(size, _bytes.Length * 2), pinned: true);
        _bytes.AsSpan(0, _used).CopyTo(larger);
        _bytes = larger;
    }
}
