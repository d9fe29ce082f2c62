using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;
using Knast.Shell.CommandLine;

namespace Knast.Shell.Hosting;

/// <summary>The host that the engine talks to.</summary>
internal sealed class ShellHost(ShellUserInterface ui) : PSHost
{
    public override string Name => "KnastShell";

    public override Version Version => ShellVersion.Current;

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override PSHostUserInterface UI => ui;

    public override CultureInfo CurrentCulture => CultureInfo.CurrentCulture;

    public override CultureInfo CurrentUICulture => CultureInfo.CurrentUICulture;

    /// <summary>The code of <c>exit N</c>, once a script has asked to leave.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>What runs a prompt inside a pipeline (the answer "Suspend" to a confirmation); null where there is no prompt.</summary>
    public Action? NestedPrompt { get; set; }

    /// <summary>Whether the innermost nested prompt was asked to end.</summary>
    public bool NestedPromptShouldExit { get; set; }

    /// <summary>How many prompts stand within one another, besides the outermost.</summary>
    public int NestedPrompts { get; set; }

    // In a nested prompt, exit leaves that prompt.
    public override void SetShouldExit(int exitCode)
    {
        if (NestedPrompts > 0)
            NestedPromptShouldExit = true;
        else
            ExitCode = exitCode;
    }

    public override void EnterNestedPrompt()
    {
        if (NestedPrompt is null)
            throw new PSInvalidOperationException("A nested prompt needs an interactive knast-shell.");
        NestedPrompt();
    }

    public override void ExitNestedPrompt() => NestedPromptShouldExit = true;

    // A native program writes to the terminal itself: what we drew there must be gone first.
    public override void NotifyBeginApplication() => ui.ClearProgress();

    public override void NotifyEndApplication()
    {
    }
}
