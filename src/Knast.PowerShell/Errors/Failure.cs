using System.Management.Automation;
using Knast.Images;
using Knast.Native.Kernel;
using Knast.Runtime;

namespace Knast.PowerShell.Errors;

/// <summary>What a person sees of a failure: an error record with a stable id, a category, the object and a way out.</summary>
internal static class Failure
{
    /// <summary>The record of a failure that is expected to happen; null for an exception that means a defect of ours, which is to surface as it is.</summary>
    public static ErrorRecord? ToErrorRecord(Exception exception, object? target) => exception switch
    {
        KnastException e => Record(e, e.ErrorId, KnastErrorCategory.Of(e.Kind), target ?? e.Target, e.RecommendedAction),
        ImageException e => Record(e, e.ErrorId.ToString(), ImageErrorCategory.Of(e.ErrorId), target ?? e.Subject, ImageErrorCategory.Advice(e.ErrorId)),
        NativeException e => Record(e, "KernelRefused", KnastErrorCategory.Of(e.Code), target ?? e.Subject, KernelAdvice.For(e.Code, e.Subject)),
        UnauthorizedAccessException e => Record(e, "AccessDenied", ErrorCategory.PermissionDenied, target, KernelAdvice.MoreRights),
        FileNotFoundException or DirectoryNotFoundException => Record(exception, "PathNotFound", ErrorCategory.ObjectNotFound, target, null),
        IOException e => Record(e, "InputOutputFailed", ErrorCategory.ResourceUnavailable, target, null),
        _ => null,
    };

    private static ErrorRecord Record(Exception exception, string id, ErrorCategory category, object? target, string? action)
    {
        var record = new ErrorRecord(exception, id, category, target);
        if (!string.IsNullOrEmpty(action))
            record.ErrorDetails = new ErrorDetails(exception.Message) { RecommendedAction = action };
        return record;
    }
}
