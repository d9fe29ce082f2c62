using System.Management.Automation;

namespace Knast.Shell.Hosting;

/// <summary>Reads a line from a terminal with the usual keys: arrows, Home and End, Emacs' Ctrl keys, history, completion with Tab.</summary>
internal sealed class LineEditor
{
    private readonly LineHistory _history = new();
    private readonly LineView _view = new();

    public void Remember(string command) => _history.Add(command);

    /// <summary>The line; null for Ctrl+D on an empty line, empty for Ctrl+C.</summary>
    public string? Read(string prompt, Func<string, int, CommandCompletion> complete)
    {
        _history.Rewind();
        var line = new LineBuffer();
        var completion = new CompletionCycle(complete);
        bool inherited = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            _view.Start(prompt);
            while (true)
            {
                _view.Show(line);
                ConsoleKeyInfo key = Console.ReadKey(intercept: true);
                if (key.Key == ConsoleKey.Tab)
                {
                    completion.Apply(line, backwards: (key.Modifiers & ConsoleModifiers.Shift) != 0);
                    continue;
                }

                completion.Reset();
                if (Ends(key, line, out string? result))
                    return result;
                Edit(key, line);
            }
        }
        finally
        {
            Console.TreatControlCAsInput = inherited;
        }
    }

    private bool Ends(ConsoleKeyInfo key, LineBuffer line, out string? result)
    {
        result = line.Text;
        bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
        if (key.Key == ConsoleKey.Enter)
        {
            _view.Finish(line, "");
            return true;
        }

        if (control && key.Key == ConsoleKey.C)
        {
            _view.Finish(line, "^C");
            result = "";
            return true;
        }

        if (control && key.Key == ConsoleKey.D && line.Text.Length == 0)
        {
            _view.Finish(line, "");
            result = null;
            return true;
        }

        return false;
    }

    private void Edit(ConsoleKeyInfo key, LineBuffer line)
    {
        if ((key.Modifiers & (ConsoleModifiers.Control | ConsoleModifiers.Alt)) != 0 && EditWithModifier(key, line))
            return;
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow: line.MoveLeft(); break;
            case ConsoleKey.RightArrow: line.MoveRight(); break;
            case ConsoleKey.Home: line.MoveToStart(); break;
            case ConsoleKey.End: line.MoveToEnd(); break;
            case ConsoleKey.Backspace: line.DeleteBackward(); break;
            case ConsoleKey.Delete: line.DeleteForward(); break;
            case ConsoleKey.Escape: line.Set(""); break;
            case ConsoleKey.UpArrow: Recall(line, _history.Previous(line.Text)); break;
            case ConsoleKey.DownArrow: Recall(line, _history.Next()); break;
            default:
                if (!char.IsControl(key.KeyChar))
                    line.Insert(key.KeyChar.ToString());
                break;
        }
    }

    private bool EditWithModifier(ConsoleKeyInfo key, LineBuffer line)
    {
        switch (key.Key)
        {
            case ConsoleKey.A: line.MoveToStart(); return true;
            case ConsoleKey.E: line.MoveToEnd(); return true;
            case ConsoleKey.B: line.MoveLeft(); return true;
            case ConsoleKey.F: line.MoveRight(); return true;
            case ConsoleKey.D: line.DeleteForward(); return true;
            case ConsoleKey.H: line.DeleteBackward(); return true;
            case ConsoleKey.K: line.DeleteToEnd(); return true;
            case ConsoleKey.U: line.DeleteToStart(); return true;
            case ConsoleKey.W or ConsoleKey.Backspace: line.DeleteWordBackward(); return true;
            case ConsoleKey.P: Recall(line, _history.Previous(line.Text)); return true;
            case ConsoleKey.N: Recall(line, _history.Next()); return true;
            case ConsoleKey.LeftArrow: line.MoveWordLeft(); return true;
            case ConsoleKey.RightArrow: line.MoveWordRight(); return true;
            case ConsoleKey.L: _view.Clear(); return true;
            default: return false;
        }
    }

    private static void Recall(LineBuffer line, string? entry)
    {
        if (entry is not null)
            line.Set(entry);
    }
}
