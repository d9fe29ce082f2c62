using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd.Files;

/// <summary>fstat(2): what an open file is.</summary>
internal static class Fstat
{
    /// <summary>The block that holds the status.</summary>
    public static BlockReference StatusBlock { get; } = new(0);

    /// <summary>Makes the call. The status is block <see cref="StatusBlock"/>.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="file">The open file.</param>
    public static SystemCall Compose(KernelTarget target, Operand file)
    {
        SystemCall call = FreeBsdSystemCall.Fstat(target).Argument(file);
        return call.Argument(call.AddBlock(StatLayout.Size, BlockDirection.Out));
    }

    /// <summary>Asks what an open file is.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="file">The open file.</param>
    /// <exception cref="NativeException">EIO and what else fstat(2) lists.</exception>
    public static StatStatus Invoke(IKernel kernel, Operand file)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        using SystemCall call = Compose(kernel.Target, file);
        kernel.Require(call);
        return StatStatus.Read(call.Bytes(StatusBlock));
    }
}
