using System.Diagnostics;

namespace Knast.Catalogue.Tests;

public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task Processes_that_write_at_once_lose_no_update()
    {
        using var folder = new CatalogueFolder();
        Process[] writers = [.. Enumerable.Range(0, 4).Select(i => WriterProcess.Start(folder, $"p{i}", 50))];
        foreach (Process writer in writers)
        {
            await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, writer.ExitCode);
        }

        IEnumerable<string> expected = Enumerable.Range(0, 4).SelectMany(p => Enumerable.Range(0, 50).Select(i => $"p{p}-{i}"));
        Assert.Equal(expected.Order(StringComparer.Ordinal), folder.Ids());
        Assert.Equal(0, folder.Truth.TimesRead);
    }

    [Fact]
    public void Threads_that_write_at_once_lose_no_update()
    {
        using var folder = new CatalogueFolder();
        Parallel.For(0, 60, new ParallelOptions { MaxDegreeOfParallelism = 6 }, i => folder.Open().Save(Writer.TruthDirectory.Container($"t{i:00}")));
        Assert.Equal(Enumerable.Range(0, 60).Select(i => $"t{i:00}"), folder.Ids());
    }

    [Fact]
    public async Task A_writer_that_is_killed_takes_nothing_with_it_that_was_done()
    {
        using var folder = new CatalogueFolder();
        var done = new List<string>();
        for (int round = 0; round < 6; round++)
        {
            using Process writer = WriterProcess.Start(folder, $"k{round}", 10_000);
            for (int i = 0; i <= round * 7; i++)
                done.Add((await writer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            writer.Kill();
            string rest = await writer.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            done.AddRange(rest.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => rest.EndsWith('\n') || !rest.EndsWith(line, StringComparison.Ordinal)));
            await writer.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Empty(done.Except(folder.Ids()));
        }
    }
}
