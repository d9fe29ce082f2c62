namespace Knast.Images.Import;

/// <summary>Lets through a report only when the number has grown enough, so that many small files do not flood who listens.</summary>
internal static class Throttle
{
    private const long Step = 1024 * 1024;

    /// <summary>Passes on the first report of each further mebibyte.</summary>
    public static Action<long>? Every(Action<long>? report)
    {
        if (report is null)
        {
            return null;
        }

        long next = 0;
        return done =>
        {
            if (done >= next)
            {
                next = done + Step;
                report(done);
            }
        };
    }
}
