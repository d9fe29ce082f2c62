using System.Diagnostics;
using System.Management.Automation;

namespace Knast.PowerShell.Pipeline;

/// <summary>Shows how far an image is: an activity for the image and below it one for each layer at work. Silent for what takes less than half a second.</summary>
internal sealed class ImageProgressReporter(ICommandStreams streams, string activity) : IProgress<ImageProgress>, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private static int _lastId = 0x4b6e;

    private readonly object _lock = new();
    private readonly int _id = Interlocked.Add(ref _lastId, 1000);
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly SortedDictionary<int, ImageProgress> _layers = [];
    private readonly HashSet<int> _shown = [];
    private TimeSpan _next = Patience;
    private int _layerCount;

    public void Report(ImageProgress value)
    {
        lock (_lock)
        {
            _layerCount = Math.Max(_layerCount, value.LayerCount);
            if (value.LayerIndex > 0)
                _layers[value.LayerIndex] = value;
            bool isOver = value.Stage == ImageStage.Complete && _shown.Contains(_id + value.LayerIndex);
            if (!isOver && _elapsed.Elapsed < _next)
                return;
            _next = _elapsed.Elapsed + Interval;
            ShowImage(value);
            if (value.LayerIndex > 0)
                ShowLayer(value);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            foreach (int id in _shown.OrderDescending())
                streams.WriteProgress(new ProgressRecord(id, activity, "Done") { RecordType = ProgressRecordType.Completed, ParentActivityId = id == _id ? -1 : _id });
            _shown.Clear();
        }
    }

    private void ShowImage(ImageProgress value)
    {
        int complete = _layers.Values.Count(layer => layer.Stage == ImageStage.Complete);
        long done = _layers.Values.Sum(layer => layer.BytesDone);
        long? total = _layers.Count == _layerCount ? _layers.Values.Aggregate<ImageProgress, long?>(0, (sum, layer) => sum + layer.BytesTotal) : null;
        string layers = _layerCount == 0 ? $"{value.Stage}" : $"{complete} of {_layerCount} layers, {HumanSize.Of(done)}";
        Show(new ProgressRecord(_id, activity, total is > 0 ? $"{layers} of {HumanSize.Of(total.Value)}" : layers)
        {
            PercentComplete = Percent(done, total),
        });
    }

    private void ShowLayer(ImageProgress layer)
    {
        string name = layer.Layer is { Length: > 19 } digest ? digest["sha256:".Length..19] : layer.Layer ?? "";
        Show(new ProgressRecord(_id + layer.LayerIndex, $"Layer {layer.LayerIndex} {name}", $"{layer.Stage}, {HumanSize.Of(layer.BytesDone)}")
        {
            ParentActivityId = _id,
            PercentComplete = Percent(layer.BytesDone, layer.BytesTotal),
            RecordType = layer.Stage == ImageStage.Complete ? ProgressRecordType.Completed : ProgressRecordType.Processing,
        });
    }

    private void Show(ProgressRecord record)
    {
        if (record.RecordType == ProgressRecordType.Completed)
            _shown.Remove(record.ActivityId);
        else
            _shown.Add(record.ActivityId);
        streams.WriteProgress(record);
    }

    private static int Percent(long done, long? total) => total is > 0 ? (int)Math.Clamp(done * 100 / total.Value, 0, 100) : -1;
}
