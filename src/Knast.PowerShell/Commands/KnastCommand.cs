using System.Management.Automation;
using Knast.PowerShell.Errors;
using Knast.PowerShell.Narration;
using Knast.Runtime;

namespace Knast.PowerShell.Commands;

/// <summary>What every cmdlet has: a root, an engine, a token that Ctrl+C cancels, and one way from an exception to an error record.</summary>
public abstract class KnastCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private ContainerEngine? _engine;

    /// <summary>Where images and containers are kept, instead of <c>KNAST_ROOT</c> or <c>/var/db/knast</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Root { get; set; }

    /// <summary>Cancelled when the pipeline is stopped.</summary>
    private protected CancellationToken Cancellation => _stop.Token;

    private protected ContainerEngine Engine => _engine ??= OpenEngine();

    /// <summary>Who tells what is asked of the kernel; null where neither -Verbose nor -Debug wants it.</summary>
    private protected CommandNarrator? Narrator { get; private set; }

    /// <summary>The root as an absolute path, or null where none was given: relative to the session's location, not the process's.</summary>
    private protected string? EngineRoot => Root is null ? null : ResolvePath(Root);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets the token go.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    private protected string ResolvePath(string path) => GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>Does something for one item; what goes wrong with it is written as a non-terminating error, and the pipeline goes on.</summary>
    private protected void Attempt(object? target, Action action)
    {
        try
        {
            action();
        }
        catch (OperationCanceledException) when (Cancellation.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
        catch (Exception e) when (Failure.ToErrorRecord(e, target) is { } record)
        {
            WriteError(record);
        }
    }

    /// <summary>Does something without which the cmdlet cannot go on.</summary>
    private protected T Demand<T>(object? target, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e) when (Failure.ToErrorRecord(e, target) is { } record)
        {
            ThrowTerminatingError(record);
            throw;
        }
    }

    /// <summary>Whether to go on. <c>-Force</c> is an answer in advance, unless <c>-Confirm</c> or <c>-WhatIf</c> ask for the question.</summary>
    private protected bool Confirm(string target, string action, bool force)
    {
        bool isAsked = MyInvocation.BoundParameters.ContainsKey("Confirm") || IsWhatIf;
        return (force && !isAsked) || ShouldProcess(target, action);
    }

    private bool IsWhatIf => IsOn("WhatIf", LanguagePrimitives.IsTrue);

    private ContainerEngine OpenEngine()
    {
        bool wantsDebug = IsOn("Debug", IsShown);
        if (!wantsDebug && !IsOn("Verbose", IsShown))
            return Engines.Open(EngineRoot);
        Narrator = new CommandNarrator(this, wantsDebug);
        return Engines.OpenNarrated(EngineRoot, Narrator);
    }

    /// <summary>Whether a common switch is given, or else what its preference variable says.</summary>
    private bool IsOn(string name, Predicate<object?> preference) => MyInvocation.BoundParameters.TryGetValue(name, out object? given)
        ? LanguagePrimitives.IsTrue(given)
        : preference(GetVariableValue(name + "Preference"));

    private static bool IsShown(object? preference) =>
        LanguagePrimitives.TryConvertTo(preference, out ActionPreference action) && action is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore);
}
