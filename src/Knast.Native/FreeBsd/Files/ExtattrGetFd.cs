using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>extattr_get_fd(2): reads an extended attribute of an open file, which may be opened as a place only (O_PATH).</summary>
internal static class ExtattrGetFd
{
    private const int FirstGuess = 256;

    /// <summary>The block with the value, of a call that <see cref="Compose"/> made.</summary>
    public static BlockReference ValueBlock { get; } = new(1);

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="name">The name without its namespace.</param>
    /// <param name="length">How long the value may be; 0 asks for its length. A longer one is cut without an error.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, int attributeNamespace, KernelText name, int length)
    {
        SystemCall call = FreeBsdSystemCall.ExtattrGetFd(target).Argument(file).Argument(attributeNamespace).Argument(name);
        BlockReference value = call.AddBlock(length, BlockDirection.Out);
        return (length == 0 ? call.Argument(0) : call.Argument(value)).Argument(length);
    }

    /// <summary>Reads an attribute.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="name">The name without its namespace.</param>
    /// <returns>Null where there is none (ENOATTR).</returns>
    /// <exception cref="NativeException">
    /// EPERM (system without privilege), EOPNOTSUPP (the file system has none) and what else extattr(2) lists.
    /// </exception>
    public static byte[]? Invoke(IKernel kernel, Operand file, int attributeNamespace, KernelText name)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int length = FirstGuess; ;)
        {
            using SystemCall call = Compose(kernel.Target, file, attributeNamespace, name, length);
            SystemCallResult result = kernel.Invoke(call);
            if (result.Failed)
            {
                return result.Code() == ErrorCode.ENOATTR ? null : throw result.ToException(call);
            }

            if (result.Value < length)
            {
                return call.Bytes(ValueBlock)[..(int)result.Value].ToArray();
            }

            // As long as the buffer: it may have been cut.
            using SystemCall ask = Compose(kernel.Target, file, attributeNamespace, name, 0);
            length = checked((int)Math.Max(kernel.Require(ask), length) + 1);
        }
    }
}
