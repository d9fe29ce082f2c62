namespace Knast.Native.Kernel;

/// <summary>What a kernel answered.</summary>
/// <param name="Value">The result, -1 where the call failed.</param>
/// <param name="Errno">The kernel's own error number, 0 where the call succeeded.</param>
public readonly record struct SystemCallResult(long Value, int Errno)
{
    /// <summary>Whether the call failed.</summary>
    public bool Failed => Errno != 0;
}
