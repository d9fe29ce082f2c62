namespace Knast.Native.Kernel;

/// <summary>A kernel refused a call. The message names the call, the object and the error: <c>jail_set(name=web): EEXIST</c>.</summary>
public sealed class NativeException : IOException
{
    /// <summary>Says what failed.</summary>
    /// <param name="system">The system whose error number it is.</param>
    /// <param name="errno">The error number.</param>
    /// <param name="call">The call's name.</param>
    /// <param name="subject">What it acted on.</param>
    /// <param name="kernelMessage">The kernel's own words, where it gives some.</param>
    public NativeException(KernelSystem system, int errno, string call, string subject, string? kernelMessage = null)
        : base(Compose(system, errno, call, subject, kernelMessage))
    {
        Errno = errno;
        Call = call;
        Subject = subject;
        KernelMessage = kernelMessage;
        Code = ErrorCodes.FromErrno(system, errno);
    }

    /// <summary>The kernel's error number, which differs between systems.</summary>
    public int Errno { get; }

    /// <summary>The same by name, equal on all systems.</summary>
    public ErrorCode Code { get; }

    /// <summary>The call's name.</summary>
    public string Call { get; }

    /// <summary>What the call acted on.</summary>
    public string Subject { get; }

    /// <summary>The kernel's own words, where it gives some (<c>errmsg</c> of jail_set(2) and nmount(2)).</summary>
    public string? KernelMessage { get; }

    private static string Compose(KernelSystem system, int errno, string call, string subject, string? kernelMessage)
    {
        ErrorCode code = ErrorCodes.FromErrno(system, errno);
        string name = code == ErrorCode.Unknown ? $"errno {errno}" : code.ToString();
        string words = kernelMessage ?? ErrorCodes.Describe(code);
        return words.Length == 0 ? $"{call}({subject}): {name}" : $"{call}({subject}): {name} ({words})";
    }
}
