using System.Buffers.Binary;
using Knast.Native.FreeBsd.Abi;
using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Modules;

/// <summary>kldstat(2), kldnext(2): the files that are loaded into the kernel.</summary>
public static class Kldstat
{
    private const int NameLength = KldFileStatLayout.References - KldFileStatLayout.Name;

    /// <summary>Makes the call. The structure is block 0.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="id">The file's id.</param>
    public static SystemCall Compose(KernelTarget target, int id)
    {
        SystemCall call = FreeBsdSystemCall.Kldstat(target).Argument(id);
        call.Subject = $"file {id}";
        BlockReference status = call.AddBlock(KldFileStatLayout.Size, BlockDirection.InOut);
        call.Write(status, KldFileStatLayout.Version, 4, KldFileStatLayout.Size);
        return call.Argument(status);
    }

    /// <summary>Asks for a file.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="id">Its id.</param>
    /// <returns>Null where there is none (ENOENT).</returns>
    /// <exception cref="NativeException">EINVAL: the structure has another size.</exception>
    public static KldStatus? Invoke(IKernel kernel, int id)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, id);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? Read(call.Bytes(new BlockReference(0)))
            : result.Code() == ErrorCode.ENOENT ? null
            : throw result.ToException(call);
    }

    /// <summary>Lists the files.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <exception cref="NativeException">The kernel refused.</exception>
    public static IReadOnlyList<KldStatus> List(IKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        var files = new List<KldStatus>();
        for (int id = Next(kernel, 0); id != 0; id = Next(kernel, id))
        {
            if (Invoke(kernel, id) is { } file)
            {
                files.Add(file);
            }
        }

        return files;
    }

    private static int Next(IKernel kernel, int id)
    {
        using SystemCall call = FreeBsdSystemCall.Kldnext(kernel.Target).Argument(id);
        SystemCallResult result = kernel.Invoke(call);
        return !result.Failed ? (int)result.Value : result.Code() == ErrorCode.ENOENT ? 0 : throw result.ToException(call);
    }

    private static KldStatus Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KldFileStatLayout.Id..]),
        FixedText.Read(bytes.Slice(KldFileStatLayout.Name, NameLength)),
        BinaryPrimitives.ReadInt32LittleEndian(bytes[KldFileStatLayout.References..]));
}
