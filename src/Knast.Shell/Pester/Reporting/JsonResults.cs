using System.Text.Json;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Reporting;

/// <summary>Results as one JSON object: counts, and an entry for each test.</summary>
internal static class JsonResults
{
    public static void Write(TestRun run, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteNumber("passed", run.Passed);
        json.WriteNumber("failed", run.Failed);
        json.WriteNumber("skipped", run.Skipped);
        json.WriteNumber("inconclusive", run.Inconclusive);
        json.WriteNumber("notRun", run.NotRun);
        json.WriteNumber("milliseconds", Math.Round(run.Duration.TotalMilliseconds));
        json.WriteStartArray("files");
        foreach (TestFile file in run.Files)
        {
            WriteFile(json, file);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, TestFile file)
    {
        json.WriteStartObject();
        json.WriteString("path", file.Path);
        Errors(json, file.Errors.Concat(file.Root.SelfAndBlocks.SelectMany(b => b.Errors)).Select(FailureText.Lines));
        json.WriteStartArray("tests");
        foreach (PesterTest test in file.Root.AllTests)
        {
            json.WriteStartObject();
            json.WriteString("name", test.FullName);
            json.WriteString("result", test.Outcome.ToString());
            json.WriteNumber("milliseconds", Math.Round(test.Duration.TotalMilliseconds, 1));
            json.WriteNumber("line", test.Line);
            Errors(json, test.Errors.Select(FailureText.Lines));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Errors(Utf8JsonWriter json, IEnumerable<IEnumerable<string>> errors)
    {
        json.WriteStartArray("errors");
        foreach (IEnumerable<string> lines in errors)
        {
            json.WriteStringValue(string.Join('\n', lines));
        }

        json.WriteEndArray();
    }
}
