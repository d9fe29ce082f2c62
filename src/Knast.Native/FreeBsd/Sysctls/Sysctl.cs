using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sysctls;

/// <summary>sysctl(3) by numbers: reads a value of the kernel's.</summary>
public static class Sysctl
{
    private const int MostAttempts = 8;
    private const int LongestValue = 64 << 20;

    /// <summary>The block with the value, of a call that <see cref="Compose"/> made.</summary>
    public static BlockReference ValueBlock { get; } = new(1);

    /// <summary>The block with the value's length in 8 bytes.</summary>
    public static BlockReference LengthBlock { get; } = new(2);

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The name's numbers, at most 24.</param>
    /// <param name="oldLength">How long the value may be, in bytes; 0 asks for the length alone.</param>
    /// <param name="newValue">What the kernel is given; empty for reading.</param>
    public static SystemCall Compose(KernelTarget target, ReadOnlySpan<int> name, int oldLength, ReadOnlySpan<byte> newValue = default)
    {
        SystemCall call = FreeBsdSystemCall.Sysctl(target);
        call.Subject = Describe(name);
        BlockReference names = call.AddBlock(name.Length * 4, BlockDirection.In);
        MemoryMarshal.AsBytes(name).CopyTo(call.Bytes(names));
        call.Argument(names).Argument(name.Length);
        return AddValues(call, oldLength, newValue);
    }

    /// <summary>Reads a value, however long.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name's numbers.</param>
    /// <param name="expected">How long it may well be, in bytes: that saves asking.</param>
    /// <exception cref="NativeException">ENOENT: there is none; EPERM, ESRCH and what else sysctl(3) lists.</exception>
    public static byte[] Read(IKernel kernel, ReadOnlySpan<int> name, int expected = 256) =>
        TryRead(kernel, name, expected, out SystemCallResult result) ?? throw Refused(name, result);

    /// <summary>Reads a value that may be missing.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name's numbers.</param>
    /// <param name="expected">How long it may well be, in bytes.</param>
    /// <returns>Null where there is none (ENOENT) or the process that it is of has gone (ESRCH).</returns>
    /// <exception cref="NativeException">EPERM and what else sysctl(3) lists.</exception>
    public static byte[]? TryRead(IKernel kernel, ReadOnlySpan<int> name, int expected = 256) =>
        TryRead(kernel, name, expected, out SystemCallResult result) is { } value ? value
            : result.Code() is ErrorCode.ENOENT or ErrorCode.ESRCH ? null
            : throw Refused(name, result);

    /// <summary>Appends old and new value and their lengths, which both forms of the call end with.</summary>
    internal static SystemCall AddValues(SystemCall call, int oldLength, ReadOnlySpan<byte> newValue)
    {
        BlockReference value = call.AddBlock(oldLength, BlockDirection.Out);
        BlockReference length = call.AddBlock(8, BlockDirection.InOut);
        call.Write(length, 0, 8, oldLength);
        _ = oldLength == 0 ? call.Argument(0) : call.Argument(value);
        call.Argument(length);
        return newValue.IsEmpty ? call.Argument(0).Argument(0) : call.ArgumentBytes(newValue).Argument(newValue.Length);
    }

    /// <summary>The value that a call brought.</summary>
    internal static byte[] ReadValue(SystemCall call)
    {
        long length = BinaryPrimitives.ReadInt64LittleEndian(call.Bytes(LengthBlock));
        Span<byte> value = call.Bytes(ValueBlock);
        return value[..(int)Math.Clamp(length, 0, value.Length)].ToArray();
    }

    /// <summary>Reads a value, asking for its length where the first guess is too short, until it stops growing.</summary>
    internal static byte[]? ReadGrowing(IKernel kernel, Func<int, SystemCall> compose, int expected, out SystemCallResult result)
    {
        int length = Math.Max(1, expected);
        for (int attempt = 0; ; attempt++)
        {
            using SystemCall call = compose(length);
            result = kernel.Invoke(call);
            if (!result.Failed)
            {
                return ReadValue(call);
            }

            if (result.Code() != ErrorCode.ENOMEM || attempt == MostAttempts)
            {
                return null;
            }

            using SystemCall ask = compose(0);
            result = kernel.Invoke(ask);
            if (result.Failed)
            {
                return null;
            }

            length = Grow(BinaryPrimitives.ReadInt64LittleEndian(ask.Bytes(LengthBlock)), length, ask.DescribeSubject());
        }
    }

    // As long as the kernel says now, and some more, since it may grow before the next call.
    private static int Grow(long told, int tried, string subject) => told is >= 0 and <= LongestValue
        ? (int)Math.Max(told + (told / 4), tried * 2L)
        : throw new InvalidDataException($"The sysctl {subject} is said to have {told} bytes; Knast reads up to {LongestValue}.");

    private static byte[]? TryRead(IKernel kernel, ReadOnlySpan<int> name, int expected, out SystemCallResult result)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        int[] oid = name.ToArray();
        return ReadGrowing(kernel, length => Compose(kernel.Target, oid, length), expected, out result);
    }

    private static NativeException Refused(ReadOnlySpan<int> name, SystemCallResult result) =>
        new(KernelSystem.FreeBsd, result.Errno, "__sysctl", Describe(name));

    private static string Describe(ReadOnlySpan<int> name) => string.Join('.', name.ToArray());
}
