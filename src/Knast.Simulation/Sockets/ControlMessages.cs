using System.Buffers.Binary;
using Knast.Native.Kernel;
using Knast.Simulation.Descriptors;
using Knast.Simulation.Processes;

namespace Knast.Simulation.Sockets;

/// <summary>Control messages that carry descriptors (SCM_RIGHTS, unix(4)).</summary>
internal static class ControlMessages
{
    private const int SocketLevel = 0xffff;
    private const int Rights = 1;
    private const int HeaderSize = 16;
    private const int Alignment = 8;
    private const int DescriptorSize = 4;

    /// <summary>The files that a sender hands over.</summary>
    /// <exception cref="KernelError">EINVAL: malformed; EBADF: not open.</exception>
    public static IReadOnlyList<OpenFile> Read(Process process, ReadOnlySpan<byte> control)
    {
        var files = new List<OpenFile>();
        while (control.Length >= HeaderSize - DescriptorSize)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(control);
            KernelError.Unless(length >= HeaderSize - DescriptorSize && length <= control.Length, ErrorCode.EINVAL);
            bool isRights = BinaryPrimitives.ReadInt32LittleEndian(control[4..]) == SocketLevel
                && BinaryPrimitives.ReadInt32LittleEndian(control[8..]) == Rights;
            KernelError.Unless(isRights && length >= HeaderSize, ErrorCode.EINVAL);
            for (int offset = HeaderSize; offset + DescriptorSize <= length; offset += DescriptorSize)
            {
                OpenFile file = process.Descriptors.Get(BinaryPrimitives.ReadInt32LittleEndian(control[offset..]));
                KernelError.Unless(file is not Events.EventQueue, ErrorCode.EOPNOTSUPP);
                files.Add(file);
            }

            control = control[Math.Min(control.Length, (length + Alignment - 1) & ~(Alignment - 1))..];
        }

        return files;
    }

    /// <summary>Gives files to a receiver as descriptors of its own; what does not fit is closed.</summary>
    /// <returns>The control bytes, and whether something did not fit.</returns>
    public static (byte[] Bytes, bool IsTruncated) Write(Process process, IReadOnlyList<OpenFile> files, int room, bool isCloseOnExec)
    {
        int count = Math.Clamp((room - HeaderSize) / DescriptorSize, 0, files.Count);
        byte[] bytes = new byte[count == 0 ? 0 : HeaderSize + (count * DescriptorSize)];
        if (count > 0)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes, bytes.Length);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), SocketLevel);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(8), Rights);
        }

        for (int index = 0; index < files.Count; index++)
        {
            if (index < count)
            {
                BinaryPrimitives.WriteInt32LittleEndian(
                    bytes.AsSpan(HeaderSize + (index * DescriptorSize)), process.Descriptors.Add(files[index], isCloseOnExec));
            }

            files[index].Release();
        }

        return (bytes, count < files.Count);
    }
}
