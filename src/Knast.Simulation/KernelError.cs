using Knast.Native.Kernel;

namespace Knast.Simulation;

/// <summary>A system call fails with an errno. Thrown where the kernel would return it, caught where the call was made.</summary>
internal sealed class KernelError(ErrorCode code, string? words = null) : Exception($"The simulated kernel answers {code}. {words}")
{
    public ErrorCode Code { get; } = code;

    /// <summary>What the kernel writes into the option <c>errmsg</c>.</summary>
    public string? Words { get; } = words;

    /// <summary>FreeBSD's number.</summary>
    public int Errno => ErrorCodes.ToErrno(KernelSystem.FreeBsd, Code);

    /// <summary>Fails where something is not as it must be.</summary>
    public static void Unless(bool isRight, ErrorCode code, string? words = null)
    {
        if (!isRight)
        {
            throw new KernelError(code, words);
        }
    }
}
