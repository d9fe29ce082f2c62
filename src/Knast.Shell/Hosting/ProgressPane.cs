using System.Diagnostics;
using System.Management.Automation;
using System.Text;

namespace Knast.Shell.Hosting;

/// <summary>
/// Draws the running activities, a line each, below the cursor, and takes them away again before anything else is written.
/// The caller serialises the calls.
/// </summary>
internal sealed class ProgressPane(Terminal terminal)
{
    private const int MostLines = 6;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly List<(long Source, ProgressRecord Record)> _activities = [];
    private long _lastDrawn;
    private int _drawnLines;

    public void Update(long sourceId, ProgressRecord record)
    {
        int index = _activities.FindIndex(a => a.Source == sourceId && a.Record.ActivityId == record.ActivityId);
        if (record.RecordType == ProgressRecordType.Completed)
        {
            if (index >= 0)
                _activities.RemoveAt(index);
            Clear();
            return;
        }

        if (index >= 0)
            _activities[index] = (sourceId, record);
        else
            _activities.Insert(PlaceFor(sourceId, record), (sourceId, record));
        if (_drawnLines == 0 || Stopwatch.GetElapsedTime(_lastDrawn) >= Interval)
            Draw();
    }

    /// <summary>Takes the lines off the screen; the next update draws them again.</summary>
    public void Clear()
    {
        if (_drawnLines == 0)
            return;
        Console.Out.Write("\r\e[J");
        _drawnLines = 0;
    }

    public void Reset()
    {
        Clear();
        _activities.Clear();
    }

    // A child stands right below its parent (and its parent's other children).
    private int PlaceFor(long sourceId, ProgressRecord record)
    {
        int parent = _activities.FindIndex(a => a.Source == sourceId && a.Record.ActivityId == record.ParentActivityId);
        if (parent < 0)
            return _activities.Count;
        int place = parent + 1;
        while (place < _activities.Count && _activities[place].Record.ParentActivityId == record.ParentActivityId)
            place++;
        return place;
    }

    private void Draw()
    {
        var text = new StringBuilder("\r\e[J");
        int shown = Math.Min(_activities.Count, Math.Min(MostLines, Math.Max(1, terminal.Rows - 2)));
        for (int i = 0; i < shown; i++)
        {
            if (i > 0)
                text.Append('\n');
            string line = ProgressLine.Format(_activities[i].Record, IsChild(i) ? 2 : 0, terminal.Columns - 1);
            text.Append("\e[36m").Append(line).Append("\e[0m");
        }

        text.Append('\r');
        if (shown > 1)
            text.Append("\e[").Append(shown - 1).Append('A');
        Console.Out.Write(text);
        _drawnLines = shown;
        _lastDrawn = Stopwatch.GetTimestamp();
    }

    private bool IsChild(int index) =>
        _activities[index].Record.ParentActivityId >= 0
        && _activities.Exists(a => a.Source == _activities[index].Source && a.Record.ActivityId == _activities[index].Record.ParentActivityId);
}
