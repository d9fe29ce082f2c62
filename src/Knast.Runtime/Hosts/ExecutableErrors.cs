using Knast.Native.Kernel;
using Knast.Oci.RuntimeSpec;

namespace Knast.Runtime.Hosts;

/// <summary>Says that a program cannot be executed, in the words that engines look for in a runtime's errors.</summary>
internal static class ExecutableErrors
{
    /// <summary>The program was not found where it was looked for.</summary>
    public static KnastException Missing(ContainerProcess process, ErrorCode code)
    {
        string name = process.Args[0];
        if (code == ErrorCode.EACCES)
        {
            return new KnastException(
                "ExecutableDenied", KnastErrorKind.PermissionDenied,
                $"exec: \"{name}\": permission denied: it is a directory, or user {process.User.Uid} may not execute it.", name);
        }

        return name.Contains('/')
            ? new KnastException("ExecutableNotFound", KnastErrorKind.NotFound, $"exec: \"{name}\": no such file or directory in the container.", name)
            : new KnastException("ExecutableNotFound", KnastErrorKind.NotFound, $"exec: \"{name}\": executable file not found in $PATH of the container.", name);
    }

    /// <summary>The kernel refused to execute the program.</summary>
    public static KnastException Refused(string name, ErrorCode code)
    {
        string why = code switch
        {
            ErrorCode.ENOEXEC => "exec format error: it is no program for this machine, and has no #! line",
            ErrorCode.ENOENT => "no such file or directory: its interpreter or dynamic linker is missing in the container",
            ErrorCode.EACCES => "permission denied",
            _ => ErrorCodes.Describe(code),
        };
        return new KnastException("StartFailed", KnastErrorKind.Kernel, $"exec: \"{name}\": {why} ({code}).", name);
    }
}
