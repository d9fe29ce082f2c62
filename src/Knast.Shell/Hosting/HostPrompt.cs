using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security;

namespace Knast.Shell.Hosting;

/// <summary>Asks the user: mandatory parameters, confirmations, credentials.</summary>
internal sealed class HostPrompt(ShellUserInterface ui, Terminal terminal, StopSignal stop, bool interactive)
{
    private readonly LineEditor _editor = new(stop.ReadKey);


    public string ReadLine() => Line("a line");

    public SecureString ReadSecret()
    {
        EnsureInteractive("a secret");
        return Console.IsInputRedirected ? SecretLine.FromText(Line("a secret")) : SecretLine.Read(stop.ReadKey) ?? throw new PipelineStoppedException();
    }

    public Dictionary<string, PSObject> Fields(string caption, string message, Collection<FieldDescription> descriptions)
    {
        EnsureInteractive("values for: " + string.Join(", ", descriptions.Select(d => d.Name)));
        Heading(caption, message);
        return descriptions.ToDictionary(d => d.Name, Field, StringComparer.OrdinalIgnoreCase);
    }

    public int Choice(string? caption, string? message, Collection<ChoiceDescription> choices, int defaultChoice)
    {
        EnsureInteractive("a choice: " + message);
        var menu = new ChoiceMenu(choices);
        Heading(caption, message);
        while (true)
        {
            ui.Write(menu.Line(defaultChoice >= 0 ? [defaultChoice] : []));
            string answer = Line("a choice").Trim();
            if (answer.Length == 0 && defaultChoice >= 0)
                return defaultChoice;
            if (answer == "?")
                ui.WriteLine(menu.Help());
            else if (menu.Find(answer) is int choice)
                return choice;
        }
    }

    public Collection<int> Choices(string? caption, string? message, Collection<ChoiceDescription> choices, IEnumerable<int>? defaults)
    {
        EnsureInteractive("choices: " + message);
        var menu = new ChoiceMenu(choices);
        Heading(caption, message);
        var chosen = new Collection<int>();
        while (true)
        {
            ui.Write(menu.Line([.. defaults ?? []]));
            string answer = Line("a choice").Trim();
            if (answer.Length == 0)
                return chosen.Count > 0 ? chosen : [.. defaults ?? []];
            if (answer == "?")
                ui.WriteLine(menu.Help());
            else if (menu.Find(answer) is int choice)
                chosen.Add(choice);
        }
    }

    public PSCredential Credential(string? caption, string? message, string? userName)
    {
        EnsureInteractive("a credential: " + message);
        Heading(caption, message);
        if (string.IsNullOrEmpty(userName))
        {
            ui.Write("User: ");
            userName = Line("a user name");
        }

        ui.Write($"Password for user {userName}: ");
        return new PSCredential(userName, ReadSecret());
    }

    private PSObject Field(FieldDescription description)
    {
        if (description.ParameterTypeFullName == typeof(PSCredential).FullName)
            return new PSObject(Credential(null, null, null));
        ui.Write(description.Name + ": ");
        if (description.ParameterTypeFullName == typeof(SecureString).FullName)
            return new PSObject(ReadSecret());
        return new PSObject(description.ParameterTypeFullName.EndsWith("[]", StringComparison.Ordinal) ? List(description.Name) : Line(description.Name));
    }

    // Elements until an empty line, numbered as pwsh does.
    private string[] List(string name)
    {
        var values = new List<string>();
        while (true)
        {
            ui.Write($"{name}[{values.Count}]: ");
            string value = Line(name);
            if (value.Length == 0)
                return [.. values];
            values.Add(value);
        }
    }

    private void Heading(string? caption, string? message)
    {
        if (!string.IsNullOrEmpty(caption))
            ui.WriteLine("\n" + caption);
        if (!string.IsNullOrEmpty(message))
            ui.WriteLine(message);
    }

    private string Line(string what)
    {
        EnsureInteractive(what);
        LineInput line = terminal.CanEdit ? _editor.Read(ui.UnfinishedLine, NoCompletion) : FromStandardInput();

        ui.LineEnded();

        // A question does not keep a script from being stopped.
        if (line.Cancelled)
            throw new PipelineStoppedException();
        return line.Text ?? throw new PSInvalidOperationException($"Standard input ended, but {what} was asked for.");
    }

    private static LineInput FromStandardInput() => Console.In.ReadLine() is { } line ? LineInput.Line(line) : LineInput.EndOfInput;

    private static CommandCompletion NoCompletion(string line, int cursor) => new([], -1, 0, 0);

    private void EnsureInteractive(string what)
    {
        if (!interactive)
            throw new PSInvalidOperationException($"knast-shell runs with -NonInteractive, and the command asks for {what}.");
    }
}
