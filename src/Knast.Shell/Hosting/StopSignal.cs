namespace Knast.Shell.Hosting;

/// <summary>Says that the running pipeline is to stop, to what waits for a key meanwhile.</summary>
internal sealed class StopSignal : IDisposable
{
    // A key is looked for this often while a question waits; nobody notices, and the machine hardly.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    private readonly ManualResetEventSlim _stop = new();

    public void Set() => _stop.Set();

    public void Reset() => _stop.Reset();

    public void Dispose() => _stop.Dispose();

    /// <summary>The next key; null where the pipeline is stopped first.</summary>
    public ConsoleKeyInfo? ReadKey()
    {
        while (!Console.KeyAvailable)
        {
            if (_stop.Wait(Interval))
                return null;
        }

        return Console.ReadKey(intercept: true);
    }
}
