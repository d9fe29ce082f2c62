using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Reporting;

/// <summary>Writes results for machines.</summary>
internal static class ResultFile
{
    public static void Write(TestRun run, string path)
    {
        using FileStream stream = File.Create(path);
        if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            JsonResults.Write(run, stream);
        else
            NUnitResults.Write(run, stream);
    }
}
