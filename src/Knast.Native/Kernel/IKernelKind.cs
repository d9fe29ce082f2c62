namespace Knast.Native.Kernel;

/// <summary>A kind of kernel in an assembly of its own, which is loaded when <c>KNAST_KERNEL</c> asks for it.</summary>
public interface IKernelKind
{
    /// <summary>Opens a kernel.</summary>
    /// <param name="name">What comes after the colon of <c>KNAST_KERNEL</c>.</param>
    /// <exception cref="FormatException">It names no kernel.</exception>
    IKernel Open(string name);
}
