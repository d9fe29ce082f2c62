using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>
/// extattr_list_fd(2): the names of the extended attributes of an open file, which may be opened as a place only (O_PATH).
/// </summary>
internal static class ExtattrListFd
{
    private const int FirstGuess = 1024;

    /// <summary>The block with the names, of a call that <see cref="Compose"/> made.</summary>
    public static BlockReference NamesBlock { get; } = new(0);

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <param name="length">How long the list may be; 0 asks for its length. A longer one is cut without an error.</param>
    public static SystemCall Compose(KernelTarget target, Operand file, int attributeNamespace, int length)
    {
        SystemCall call = FreeBsdSystemCall.ExtattrListFd(target).Argument(file).Argument(attributeNamespace);
        BlockReference names = call.AddBlock(length, BlockDirection.Out);
        return (length == 0 ? call.Argument(0) : call.Argument(names)).Argument(length);
    }

    /// <summary>Lists the names.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <param name="attributeNamespace">One of <see cref="ExtattrNamespace"/>.</param>
    /// <returns>The names without their namespace.</returns>
    /// <exception cref="NativeException">
    /// EPERM (system without privilege), EOPNOTSUPP (the file system has none) and what else extattr(2) lists.
    /// </exception>
    public static IReadOnlyList<byte[]> Invoke(IKernel kernel, Operand file, int attributeNamespace)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        for (int length = FirstGuess; ;)
        {
            using SystemCall call = Compose(kernel.Target, file, attributeNamespace, length);
            long used = kernel.Require(call);
            if (used < length)
            {
                return Parse(call.Bytes(NamesBlock)[..(int)used]);
            }

            using SystemCall ask = Compose(kernel.Target, file, attributeNamespace, 0);
            length = checked((int)Math.Max(kernel.Require(ask), length) + 1);
        }
    }

    /// <summary>Reads a list: each name after a byte with its length.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="InvalidDataException">A name goes beyond the list.</exception>
    public static List<byte[]> Parse(ReadOnlySpan<byte> list)
    {
        var names = new List<byte[]>();
        while (!list.IsEmpty)
        {
            int length = list[0];
            if (length >= list.Length)
            {
                throw new InvalidDataException($"extattr_list_fd gave a name of {length} bytes where {list.Length - 1} are left.");
            }

            names.Add(list.Slice(1, length).ToArray());
            list = list[(1 + length)..];
        }

        return names;
    }
}
