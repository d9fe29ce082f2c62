using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Sysctls;

/// <summary>sysctlbyname(3): reads and sets a value of the kernel's.</summary>
public static class Sysctlbyname
{
    /// <summary>Makes the call. The value is block <see cref="Sysctl.ValueBlock"/>, its length <see cref="Sysctl.LengthBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="name">The name, such as <c>kern.osreldate</c>.</param>
    /// <param name="oldLength">How long the value may be, in bytes; 0 asks for the length alone.</param>
    /// <param name="newValue">What it is set to; empty for reading.</param>
    public static SystemCall Compose(KernelTarget target, KernelText name, int oldLength, ReadOnlySpan<byte> newValue = default)
    {
        int length = name.ByteCount;
        SystemCall call = FreeBsdSystemCall.Sysctlbyname(target).Argument(name).Argument(length);
        return Sysctl.AddValues(call, oldLength, newValue);
    }

    /// <summary>Reads a value, however long.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <param name="expected">How long it may well be, in bytes: that saves asking.</param>
    /// <exception cref="NativeException">ENOENT: there is none; EPERM and what else sysctl(3) lists.</exception>
    public static byte[] Read(IKernel kernel, string name, int expected = 256) =>
        TryRead(kernel, name, expected, out SystemCallResult result) ?? throw Refused(name, result);

    /// <summary>Reads a value that may be missing, for instance because its module is not loaded.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <param name="expected">How long it may well be, in bytes.</param>
    /// <returns>Null where there is none (ENOENT).</returns>
    /// <exception cref="NativeException">EPERM and what else sysctl(3) lists.</exception>
    public static byte[]? TryRead(IKernel kernel, string name, int expected = 256) =>
        TryRead(kernel, name, expected, out SystemCallResult result) is { } value ? value
            : result.Code() == ErrorCode.ENOENT ? null
            : throw Refused(name, result);

    /// <summary>Reads a number of 1, 2, 4 or 8 bytes; those of 8 may be unsigned in the kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="NativeException">As <see cref="Read"/>; EFTYPE where it is no number.</exception>
    public static long ReadNumber(IKernel kernel, string name) => ToNumber(Read(kernel, name, 8), name);

    /// <summary>Reads a number that may be missing.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <returns>Null where there is none (ENOENT).</returns>
    /// <exception cref="NativeException">As <see cref="ReadNumber"/>.</exception>
    public static long? TryReadNumber(IKernel kernel, string name) =>
        TryRead(kernel, name, 8) is { } value ? ToNumber(value, name) : null;

    /// <summary>Reads a string.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="NativeException">As <see cref="Read"/>.</exception>
    public static string ReadText(IKernel kernel, string name) => FixedText.Read(Read(kernel, name));

    /// <summary>Sets a value.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, as long as the kernel's.</param>
    /// <exception cref="NativeException">
    /// ENOENT: there is none; EPERM: read-only, a tunable, or no privilege; EINVAL: wrong length.
    /// </exception>
    public static void Write(IKernel kernel, string name, ReadOnlySpan<byte> value)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(name);
        using SystemCall call = FreeBsdSystemCall.Sysctlbyname(kernel.Target).Argument(name).Argument(Encoding.UTF8.GetByteCount(name));
        call.Argument(0).Argument(0).ArgumentBytes(value).Argument(value.Length);
        kernel.Require(call);
    }

    /// <summary>Sets an <c>int</c>.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="NativeException">As <see cref="Write"/>.</exception>
    public static void WriteInt32(IKernel kernel, string name, int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Write(kernel, name, bytes);
    }

    private static byte[]? TryRead(IKernel kernel, string name, int expected, out SystemCallResult result)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ArgumentNullException.ThrowIfNull(name);
        return Sysctl.ReadGrowing(kernel, length => Compose(kernel.Target, name, length), expected, out result);
    }

    private static long ToNumber(byte[] value, string name) => value.Length switch
    {
        1 => value[0],
        2 => BinaryPrimitives.ReadInt16LittleEndian(value),
        4 => BinaryPrimitives.ReadInt32LittleEndian(value),
        8 => BinaryPrimitives.ReadInt64LittleEndian(value),
        _ => throw new NativeException(
            KernelSystem.FreeBsd, ErrorCodes.ToErrno(KernelSystem.FreeBsd, ErrorCode.EFTYPE), "__sysctlbyname", name,
            $"a value of {value.Length} bytes is no number"),
    };

    private static NativeException Refused(string name, SystemCallResult result) =>
        new(KernelSystem.FreeBsd, result.Errno, "__sysctlbyname", name);
}
