using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Zfs;

/// <summary>What the ioctls of <c>/dev/zfs</c> have in common: struct zfs_iocparm points to struct zfs_cmd, which points to packed lists.</summary>
internal static class ZfsRequest
{
    [AbiConstant("zfs.ZFS_IOCTL_BASE")]
    private const long Base = 0xC0185A00;

    [AbiConstant("zfs.ZFS_IOCVER_OZFS")]
    private const int OpenZfs = 15;

    [AbiConstant("zfs.ZFS_MAX_DATASET_NAME_LEN")]
    private const int NameSize = 256;

    private const int UsualCapacity = 16384;
    private const int MaximumCapacity = 1 << 24;

    /// <summary>The block with struct zfs_cmd.</summary>
    public static BlockReference Command { get; } = new(1);

    /// <summary>The block that gets the answer's list.</summary>
    public static BlockReference Output { get; } = new(2);

    /// <summary>Makes a request.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="request">The number below the base.</param>
    /// <param name="device">The open device.</param>
    /// <param name="subject">What it acts on, for messages.</param>
    /// <param name="name">The dataset, snapshot or pool.</param>
    /// <param name="input">The list that is given; null for none.</param>
    /// <param name="capacity">Bytes for the answer's list.</param>
    /// <exception cref="ArgumentException">The name is empty or longer than 255 bytes.</exception>
    public static SystemCall Compose(
        KernelTarget target, int request, Operand device, string subject, string name, ZfsList? input, int capacity = UsualCapacity)
    {
        RequireName(name);
        SystemCall call = FreeBsdSystemCall.Ioctl(target);
        call.Subject = subject;
        BlockReference parameters = call.AddBlock(ZfsIocparmLayout.Size, BlockDirection.InOut);
        BlockReference command = call.AddBlock(ZfsCmdLayout.Size, BlockDirection.InOut);
        call.Write(parameters, ZfsIocparmLayout.Version, 4, OpenZfs);
        call.Write(parameters, ZfsIocparmLayout.CommandSize, 8, ZfsCmdLayout.Size);
        call.Point(parameters, ZfsIocparmLayout.Command, command);
        FixedText.Write(call.Bytes(command).Slice(ZfsCmdLayout.Name, NameSize), name, "The dataset");
        call.Point(command, ZfsCmdLayout.Output, call.AddBlock(capacity, BlockDirection.Out));
        call.Write(command, ZfsCmdLayout.OutputSize, 8, capacity);
        if (input is not null)
        {
            AddList(call, ZfsCmdLayout.Input, ZfsCmdLayout.InputSize, input);
        }

        return call.Argument(device).Argument(Base + request).Argument(parameters);
    }

    /// <summary>Makes requests until the answer fits.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="compose">Makes the request with room for so many bytes.</param>
    /// <param name="read">Reads the answer.</param>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static T Invoke<T>(IKernel kernel, Func<int, SystemCall> compose, Func<SystemCall, T> read)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int capacity = UsualCapacity; ; capacity *= 4)
        {
            using SystemCall call = compose(capacity);
            SystemCallResult result = kernel.Invoke(call);
            if (!result.Failed)
            {
                return read(call);
            }

            if (result.Code() != ErrorCode.ENOMEM || capacity >= MaximumCapacity)
            {
                throw result.ToException(call);
            }
        }
    }

    /// <summary>Makes a request that must succeed.</summary>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static void Require(IKernel kernel, SystemCall call)
    {
        using (call)
        {
            kernel.Require(call);
        }
    }

    /// <summary>The list that the kernel answered.</summary>
    public static ZfsList ReadOutput(SystemCall call) => ZfsListEncoding.Decode(call.Bytes(Output));

    /// <summary>The name that the kernel wrote into the command.</summary>
    public static string ReadName(SystemCall call) => FixedText.Read(call.Bytes(Command).Slice(ZfsCmdLayout.Name, NameSize));

    /// <summary>A number of the command.</summary>
    public static long ReadNumber(SystemCall call, int offset) => BinaryPrimitives.ReadInt64LittleEndian(call.Bytes(Command)[offset..]);

    /// <summary>Adds a packed list to a command.</summary>
    public static void AddList(SystemCall call, int pointer, int size, ZfsList list)
    {
        byte[] packed = ZfsListEncoding.Encode(list);
        BlockReference block = call.AddBlock(packed.Length, BlockDirection.In);
        packed.CopyTo(call.Bytes(block));
        call.Point(Command, pointer, block);
        call.Write(Command, size, 8, packed.Length);
    }

    /// <summary>Demands a name.</summary>
    /// <exception cref="ArgumentException">It is empty or longer than 255 bytes.</exception>
    public static void RequireName(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        FixedText.Require(name, NameSize, "The dataset");
    }

    /// <summary>The pool of a dataset or snapshot.</summary>
    public static string PoolOf(string name)
    {
        int end = name.AsSpan().IndexOfAny('/', '@', '#');
        return end < 0 ? name : name[..end];
    }
}
