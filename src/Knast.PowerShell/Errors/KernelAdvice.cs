using Knast.Native.Kernel;

namespace Knast.PowerShell.Errors;

/// <summary>The way out of a kernel's refusal, where one is known for all calls.</summary>
internal static class KernelAdvice
{
    public const string MoreRights = "Run PowerShell as root; Test-KnastHost shows what else this host lacks.";

    public static string? For(ErrorCode code, string subject) => code switch
    {
        ErrorCode.EPERM or ErrorCode.EACCES => MoreRights,
        ErrorCode.ENOSYS or ErrorCode.EOPNOTSUPP or ErrorCode.ENODEV => "Test-KnastHost shows what this host lacks.",
        // The kernel's own files mean something else by it.
        ErrorCode.ENOSPC or ErrorCode.EDQUOT when !subject.Contains("/sys/", StringComparison.Ordinal) => "Free space under the root (-Root, KNAST_ROOT), or remove images and containers.",
        _ => null,
    };
}
