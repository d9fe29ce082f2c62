namespace Knast.Shell.Hosting;

/// <summary>A line being edited: its text and the place of the cursor. Every operation leaves the cursor within the text.</summary>
internal sealed class LineBuffer
{
    public string Text { get; private set; } = "";

    public int Cursor { get; private set; }

    public void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    public void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    public void Replace(int start, int length, string text)
    {
        Text = Text.Remove(start, length).Insert(start, text);
        Cursor = start + text.Length;
    }

    public void DeleteBackward()
    {
        if (Cursor > 0)
            Replace(Cursor - 1, 1, "");
    }

    public void DeleteForward()
    {
        if (Cursor < Text.Length)
            Text = Text.Remove(Cursor, 1);
    }

    public void DeleteToStart() => Replace(0, Cursor, "");

    public void DeleteToEnd() => Text = Text[..Cursor];

    public void DeleteWordBackward()
    {
        int start = WordStart();
        Replace(start, Cursor - start, "");
    }

    public void MoveLeft() => Cursor = Math.Max(0, Cursor - 1);

    public void MoveRight() => Cursor = Math.Min(Text.Length, Cursor + 1);

    public void MoveToStart() => Cursor = 0;

    public void MoveToEnd() => Cursor = Text.Length;

    public void MoveWordLeft() => Cursor = WordStart();

    public void MoveWordRight()
    {
        while (Cursor < Text.Length && !char.IsLetterOrDigit(Text[Cursor]))
            Cursor++;
        while (Cursor < Text.Length && char.IsLetterOrDigit(Text[Cursor]))
            Cursor++;
    }

    private int WordStart()
    {
        int start = Cursor;
        while (start > 0 && !char.IsLetterOrDigit(Text[start - 1]))
            start--;
        while (start > 0 && char.IsLetterOrDigit(Text[start - 1]))
            start--;
        return start;
    }
}
