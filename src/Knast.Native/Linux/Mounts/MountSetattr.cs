using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>mount_setattr(2): changes attributes and propagation of mounts.</summary>
public static class MountSetattr
{
    private const long EmptyPath = 0x1000;
    private const long Recursive = 0x8000;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">What a relative path starts from.</param>
    /// <param name="path">The path; empty for the descriptor itself.</param>
    /// <param name="set">Attributes to set.</param>
    /// <param name="clear">Attributes to clear.</param>
    /// <param name="propagation">The new propagation, or <see cref="MountPropagation.Unchanged"/>.</param>
    /// <param name="isRecursive">Whether the mounts below change as well.</param>
    public static SystemCall Compose(
        KernelTarget target,
        Operand directory,
        KernelText path,
        MountAttributes set,
        MountAttributes clear,
        MountPropagation propagation,
        bool isRecursive)
    {
        SystemCall call = LinuxSystemCall.MountSetattr(target)
            .Argument(directory).Argument(path).Argument(EmptyPath | (isRecursive ? Recursive : 0));
        BlockReference attributes = call.AddBlock(32, BlockDirection.In);
        call.Write(attributes, 0, 8, (long)set);
        call.Write(attributes, 8, 8, (long)clear);
        call.Write(attributes, 16, 8, (long)propagation);
        return call.Argument(attributes).Argument(32);
    }
}
