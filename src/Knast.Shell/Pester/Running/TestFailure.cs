using System.Management.Automation;

namespace Knast.Shell.Pester.Running;

/// <summary>Errors of test code, which end the test and not the run.</summary>
internal static class TestFailure
{
    public const string AssertionId = "PesterAssertionFailed";
    public const string SkippedId = "PesterTestSkipped";
    public const string InconclusiveId = "PesterTestInconclusive";

    /// <summary>Whether an exception is the test's: not a stop of the pipeline, nor <c>exit</c>. A stray <c>break</c> is the test's.</summary>
    public static bool IsFailure(Exception exception) => exception is not (PipelineStoppedException or ExitException) && exception is RuntimeException or FlowControlException;

    public static ErrorRecord Record(Exception exception)
    {
        if (exception is IContainsErrorRecord { ErrorRecord: { } record })
            return record.Exception is ParentContainsErrorRecordException ? new ErrorRecord(record, exception) : record;
        return new ErrorRecord(
            new InvalidOperationException("break or continue outside of a loop would have ended the run."), "PesterFlowControl", ErrorCategory.InvalidOperation, null);
    }

    /// <summary>An exception that ends a script as <c>throw</c> does, which a cmdlet's own terminating error does not.</summary>
    public static RuntimeException Throw(ErrorRecord error) =>
        new(error.Exception.Message, error.Exception, error) { WasThrownFromThrowStatement = true };

    /// <summary>The same for a wrong use of Pester's commands, which must not be passed over as a cmdlet's error is.</summary>
    public static RuntimeException Misuse(string message) => Throw(message, "PesterMisuse");

    /// <summary>The same for a new error.</summary>
    public static RuntimeException Throw(string message, string id) =>
        Throw(new ErrorRecord(new PesterException(message), id, ErrorCategory.InvalidResult, null));
}
