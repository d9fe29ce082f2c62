using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Knast.Shell.Hosting;

/// <summary>
/// Output goes where pwsh sends it: errors to standard error, all else to standard output, coloured and with progress only on a terminal.
/// </summary>
internal sealed class ShellUserInterface : PSHostUserInterface, IHostUISupportsMultipleChoiceSelection
{
    private readonly Lock _lock = new();
    private readonly Terminal _terminal;
    private readonly ProgressPane? _progress;
    private readonly HostPrompt _prompt;

    public ShellUserInterface(Terminal terminal, StopSignal stop, bool interactive)
    {
        _terminal = terminal;
        _progress = terminal.CanDraw ? new ProgressPane(terminal) : null;
        RawUI = new ShellRawUserInterface(terminal);
        _prompt = new HostPrompt(this, terminal, stop, interactive);
    }

    public override PSHostRawUserInterface RawUI { get; }

    /// <summary>What stands on the cursor's line, such as a question.</summary>
    public string UnfinishedLine { get; private set; } = "";

    public override bool SupportsVirtualTerminal => _terminal.CanDraw;

    public override string ReadLine() => _prompt.ReadLine();

    public override SecureString ReadLineAsSecureString() => _prompt.ReadSecret();

    public override void Write(string value) => Out(value);

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Out(_terminal.CanDraw ? AnsiStyle.Colour(value, foregroundColor, backgroundColor) : value);

    public override void WriteLine(string value) => Out(value + "\n");

    public override void WriteErrorLine(string value)
    {
        string line = _terminal.ErrorIsTerminal ? AnsiStyle.Red(value) : AnsiStyle.Strip(value);
        lock (_lock)
        {
            _progress?.Clear();
            Console.Out.Flush();
            Console.Error.WriteLine(line);
        }
    }

    public override void WriteDebugLine(string message) => Prefixed("DEBUG: ", message);

    public override void WriteVerboseLine(string message) => Prefixed("VERBOSE: ", message);

    public override void WriteWarningLine(string message) => Prefixed("WARNING: ", message);

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_lock)
        {
            _progress?.Update(sourceId, record);
        }
    }

    /// <summary>Tells that a line was read, which ended the cursor's line.</summary>
    public void LineEnded()
    {
        lock (_lock)
        {
            UnfinishedLine = "";
        }
    }

    /// <summary>Takes the drawn progress off the screen and forgets it.</summary>
    public void ClearProgress()
    {
        lock (_lock)
        {
            _progress?.Reset();
        }
    }

    public override Dictionary<string, PSObject> Prompt(string caption, string message, Collection<FieldDescription> descriptions) =>
        _prompt.Fields(caption, message, descriptions);

    public override int PromptForChoice(string caption, string message, Collection<ChoiceDescription> choices, int defaultChoice) =>
        _prompt.Choice(caption, message, choices, defaultChoice);

    public Collection<int> PromptForChoice(
        string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaultChoices) =>
        _prompt.Choices(caption, message, choices, defaultChoices);

    public override PSCredential PromptForCredential(string caption, string message, string userName, string targetName) =>
        _prompt.Credential(caption, message, userName);

    public override PSCredential PromptForCredential(
        string caption,
        string message,
        string userName,
        string targetName,
        PSCredentialTypes allowedCredentialTypes,
        PSCredentialUIOptions options) =>
        _prompt.Credential(caption, message, userName);

    private void Prefixed(string prefix, string message) =>
        Out((_terminal.CanDraw ? AnsiStyle.Yellow(prefix + message) : prefix + message) + "\n");

    private void Out(string text)
    {
        lock (_lock)
        {
            _progress?.Clear();
            Console.Out.Write(_terminal.CanDraw ? text : AnsiStyle.Strip(text));
            int lineBreak = text.LastIndexOf('\n');
            UnfinishedLine = lineBreak < 0 ? UnfinishedLine + text : text[(lineBreak + 1)..];
        }
    }
}
