namespace Knast.Shell.Hosting;

/// <summary>The commands of this session, to step through; the unfinished line waits at the end.</summary>
internal sealed class LineHistory
{
    private readonly List<string> _entries = [];
    private int _position;
    private string _unfinished = "";

    public void Add(string entry)
    {
        if (!string.IsNullOrWhiteSpace(entry) && (_entries.Count == 0 || _entries[^1] != entry))
            _entries.Add(entry);
        _position = _entries.Count;
    }

    /// <summary>The entry before, or null at the first.</summary>
    public string? Previous(string current)
    {
        if (_position == 0)
            return null;
        if (_position == _entries.Count)
            _unfinished = current;
        return _entries[--_position];
    }

    /// <summary>The entry after, the unfinished line after the last, or null beyond it.</summary>
    public string? Next()
    {
        if (_position == _entries.Count)
            return null;
        return ++_position == _entries.Count ? _unfinished : _entries[_position];
    }

    public void Rewind() => _position = _entries.Count;
}
