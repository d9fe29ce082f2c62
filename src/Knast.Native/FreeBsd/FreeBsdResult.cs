using Knast.Native.Kernel;

namespace Knast.Native.FreeBsd;

/// <summary>What FreeBSD's kernel meant by a result.</summary>
internal static class FreeBsdResult
{
    /// <summary>The error by name.</summary>
    public static ErrorCode Code(this SystemCallResult result) => ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno);

    /// <summary>The failure, to be thrown.</summary>
    public static NativeException ToException(this SystemCallResult result, SystemCall call, string? kernelMessage = null) =>
        new(KernelSystem.FreeBsd, result.Errno, call.Name, call.DescribeSubject(), kernelMessage);
}
