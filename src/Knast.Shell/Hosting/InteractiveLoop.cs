using System.Management.Automation;
using System.Management.Automation.Language;
using Knast.Shell.CommandLine;
using Knast.Shell.Engine;

namespace Knast.Shell.Hosting;

/// <summary>The prompt: reads a command over as many lines as it takes, runs it, and goes on until <c>exit</c> or the end of input.</summary>
internal sealed class InteractiveLoop
{
    private readonly PipelineRunner _runner;
    private readonly ShellHost _host;
    private readonly ShellUserInterface _ui;
    private readonly bool _editing;
    private readonly LineEditor _editor = new(() => Console.ReadKey(intercept: true));

    public InteractiveLoop(PipelineRunner runner, ShellHost host, ShellUserInterface ui, Terminal terminal)
    {
        _runner = runner;
        _host = host;
        _ui = ui;
        _editing = terminal.CanEdit;
        _host.NestedPrompt = RunNested;
    }

    public int Run()
    {
        if (_editing)
            _ui.WriteLine(ShellVersion.Describe());
        while (_host.ExitCode is null && ReadCommand() is { } command)
        {
            if (!string.IsNullOrWhiteSpace(command))
                _runner.RunScript(command, addToHistory: true);
        }

        return _host.ExitCode ?? ExitCodes.Success;
    }

    private void RunNested()
    {
        _host.NestedPrompts++;
        while (_host.ExitCode is null && !_host.NestedPromptShouldExit && ReadCommand() is { } command)
        {
            if (!string.IsNullOrWhiteSpace(command))
                _runner.RunScript(command, addToHistory: true);
        }

        _host.NestedPrompts--;
        _host.NestedPromptShouldExit = false;
    }

    // Null at the end of input; empty where the user took the command back.
    private string? ReadCommand()
    {
        LineInput line = ReadLine(_editing ? Prompt() : "");
        string command = line.Text ?? "";
        while (line.Text is not null && IsIncomplete(command))
        {
            line = ReadLine(_editing ? ">> " : "");
            if (line.Text is not null)
                command += "\n" + line.Text;
        }

        if (line.Cancelled)
            return "";

        // What is piped in may end within a command, whose error then says so.
        if (line.Text is null && (_editing || command.Length == 0))
            return null;
        if (_editing)
            _editor.Remember(command);
        return command;
    }

    private LineInput ReadLine(string prompt)
    {
        if (_editing)
            return _editor.Read(prompt, Complete);
        return Console.In.ReadLine() is { } line ? LineInput.Line(line) : LineInput.EndOfInput;
    }

    private string Prompt()
    {
        try
        {
            return string.Concat(_runner.Evaluate("prompt"));
        }
        catch (RuntimeException)
        {
            // A broken prompt function must not lock the user out of the shell in which to mend it.
            return "PS> ";
        }
    }

    private CommandCompletion Complete(string line, int cursor)
    {
        return _runner.Evaluate($"TabExpansion2 -inputScript {Quote(line)} -cursorColumn {cursor}") is [{ BaseObject: CommandCompletion found }]
            ? found
            : new CommandCompletion([], -1, 0, 0);
    }

    private static string Quote(string text) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";

    private static bool IsIncomplete(string command)
    {
        Parser.ParseInput(command, out _, out ParseError[] errors);
        return errors.Any(e => e.IncompleteInput);
    }
}
