using System.Management.Automation;

namespace Knast.Shell.Hosting;

/// <summary>Reads a line from a terminal with the usual keys: arrows, Home and End, Emacs' Ctrl keys, history, completion with Tab.</summary>
/// <param name="readKey">Gives the next key, or null to end the line as Ctrl+C does.</param>
internal sealed class LineEditor(Func<ConsoleKeyInfo?> readKey)
{
    private readonly LineHistory _history = new();
    private readonly LineView _view = new();

    public void Remember(string command) => _history.Add(command);

    /// <summary>Reads a line; Ctrl+D on an empty line is the end of input.</summary>
    public LineInput Read(string prompt, Func<string, int, CommandCompletion> complete)
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
                if (readKey() is not { } key)
                    return Cancel(line);
                if (key.Key == ConsoleKey.Tab)
                {
                    completion.Apply(line, backwards: (key.Modifiers & ConsoleModifiers.Shift) != 0);
                    continue;
                }

                completion.Reset();
                if (End(key, line) is { } result)
                    return result;
                Edit(key, line);
            }
        }
        finally
        {
            Console.TreatControlCAsInput = inherited;
        }
    }

    private LineInput? End(ConsoleKeyInfo key, LineBuffer line)
    {
        bool control = (key.Modifiers & ConsoleModifiers.Control) != 0;
        if (key.Key == ConsoleKey.Enter)
        {
            _view.Finish(line, "");
            return LineInput.Line(line.Text);
        }

        if (control && key.Key == ConsoleKey.C)
        {
            return Cancel(line);
        }

        if (control && key.Key == ConsoleKey.D && line.Text.Length == 0)
        {
            _view.Finish(line, "");
            return LineInput.EndOfInput;
        }

        return null;
    }

    private LineInput Cancel(LineBuffer line)
    {
        _view.Finish(line, "^C");
        return LineInput.CtrlC;
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
