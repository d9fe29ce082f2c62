using Knast.Native.Kernel;

namespace Knast.Native.Linux.Mounts;

/// <summary>open_tree(2): a copy of a mount, attached nowhere yet. The descriptor is close-on-exec.</summary>
public static class OpenTree
{
    private const long Clone = 1;
    private const long CloseOnExec = 0x80000;
    private const long EmptyPath = 0x1000;
    private const long Recursive = 0x8000;

    /// <summary>Makes the call.</summary>
    /// <param name="target">The kernel's target.</param>
    /// <param name="directory">What a relative path starts from.</param>
    /// <param name="path">The path; empty for the descriptor itself.</param>
    /// <param name="isRecursive">Whether the mounts below are copied as well.</param>
    public static SystemCall Compose(KernelTarget target, Operand directory, KernelText path, bool isRecursive) =>
        LinuxSystemCall.OpenTree(target).Argument(directory).Argument(path).Argument(Clone | CloseOnExec | EmptyPath | (isRecursive ? Recursive : 0));
}
