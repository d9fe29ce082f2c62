using System.Management.Automation;
using Knast.Shell.Engine;
using Microsoft.PowerShell.Commands;

namespace Knast.Shell.Cmdlets;

/// <summary>Write-Error: a non-terminating error.</summary>
[Cmdlet(VerbsCommunications.Write, "Error", DefaultParameterSetName = "NoException")]
public sealed class WriteErrorCommand : PSCmdlet
{
    /// <summary>The message.</summary>
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    [AllowNull]
    [AllowEmptyString]
    [Alias("Msg")]
    public string? Message { get; set; }

    /// <summary>The exception that the error stands for.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "WithException")]
    public Exception? Exception { get; set; }

    /// <summary>A whole error record.</summary>
    [Parameter(Position = 0, Mandatory = true, ParameterSetName = "ErrorRecord")]
    public ErrorRecord? ErrorRecord { get; set; }

    /// <summary>The error's category.</summary>
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public ErrorCategory Category { get; set; } = ErrorCategory.NotSpecified;

    /// <summary>The id that scripts test for.</summary>
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public string? ErrorId { get; set; }

    /// <summary>The object that could not be dealt with.</summary>
    [Parameter(ParameterSetName = "NoException")]
    [Parameter(ParameterSetName = "WithException")]
    public object? TargetObject { get; set; }

    /// <summary>What the user can do about it.</summary>
    [Parameter]
    public string? RecommendedAction { get; set; }

    /// <summary>The action that failed.</summary>
    [Parameter]
    [Alias("Activity")]
    public string? CategoryActivity { get; set; }

    /// <summary>The reason in one word.</summary>
    [Parameter]
    [Alias("Reason")]
    public string? CategoryReason { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        ErrorRecord error = ErrorRecord is not null ? new ErrorRecord(ErrorRecord, replaceParentContainsErrorRecordException: null) : Compose();
        if (!string.IsNullOrEmpty(RecommendedAction))
        {
            error.ErrorDetails ??= new ErrorDetails(Message ?? error.Exception.Message);
            error.ErrorDetails.RecommendedAction = RecommendedAction;
        }

        // Who called Write-Error is of interest, not that it was called.
        if (GetVariableValue("MyInvocation") is InvocationInfo caller)
        {
            EngineInternals.Attribute(error, caller);
            error.CategoryInfo.Activity = "Write-Error";
        }

        if (!string.IsNullOrEmpty(CategoryActivity))
            error.CategoryInfo.Activity = CategoryActivity;
        if (!string.IsNullOrEmpty(CategoryReason))
            error.CategoryInfo.Reason = CategoryReason;
        WriteError(error);
    }

    private ErrorRecord Compose()
    {
        Exception exception = Exception ?? new WriteErrorException(Message ?? "");
        var error = new ErrorRecord(exception, ErrorId ?? exception.GetType().FullName, Category, TargetObject);
        if (Exception is not null && !string.IsNullOrEmpty(Message))
            error.ErrorDetails = new ErrorDetails(Message);
        return error;
    }
}
