using System.Management.Automation;
using Knast.Native.Kernel;
using Knast.Runtime;

namespace Knast.PowerShell.Errors;

/// <summary>Kinds of failure in the shell's categories.</summary>
internal static class KnastErrorCategory
{
    public static ErrorCategory Of(KnastErrorKind kind) => kind switch
    {
        KnastErrorKind.InvalidArgument => ErrorCategory.InvalidArgument,
        KnastErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        KnastErrorKind.AlreadyExists => ErrorCategory.ResourceExists,
        KnastErrorKind.InvalidState => ErrorCategory.InvalidOperation,
        KnastErrorKind.InvalidData => ErrorCategory.InvalidData,
        KnastErrorKind.NotSupported => ErrorCategory.NotImplemented,
        KnastErrorKind.PermissionDenied => ErrorCategory.PermissionDenied,
        KnastErrorKind.Timeout => ErrorCategory.OperationTimeout,
        KnastErrorKind.Kernel => ErrorCategory.ResourceUnavailable,
        _ => ErrorCategory.NotSpecified,
    };

    public static ErrorCategory Of(ErrorCode code) => code switch
    {
        ErrorCode.EPERM or ErrorCode.EACCES or ErrorCode.EROFS => ErrorCategory.PermissionDenied,
        ErrorCode.ENOENT or ErrorCode.ESRCH or ErrorCode.ENODEV => ErrorCategory.ObjectNotFound,
        ErrorCode.EEXIST => ErrorCategory.ResourceExists,
        ErrorCode.EBUSY or ErrorCode.ETXTBSY => ErrorCategory.ResourceBusy,
        ErrorCode.ENOMEM or ErrorCode.ENOSPC or ErrorCode.EMFILE or ErrorCode.ENFILE or ErrorCode.EDQUOT => ErrorCategory.LimitsExceeded,
        ErrorCode.ENOSYS or ErrorCode.EOPNOTSUPP => ErrorCategory.NotImplemented,
        ErrorCode.EINVAL => ErrorCategory.InvalidArgument,
        ErrorCode.ETIMEDOUT => ErrorCategory.OperationTimeout,
        _ => ErrorCategory.ResourceUnavailable,
    };
}
