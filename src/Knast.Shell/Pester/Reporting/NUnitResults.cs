using System.Globalization;
using System.Text;
using System.Xml;
using Knast.Shell.Pester.Model;

namespace Knast.Shell.Pester.Reporting;

/// <summary>Results in the XML of NUnit 3, as CI servers read it.</summary>
internal static class NUnitResults
{
    public static void Write(TestRun run, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, CheckCharacters = false, Encoding = new UTF8Encoding(false) });
        xml.WriteStartElement("test-run");
        Counts(xml, "Pester", [.. run.Tests], run.Failed, run.Duration);
        foreach (TestFile file in run.Files)
        {
            xml.WriteStartElement("test-suite");
            xml.WriteAttributeString("type", "TestFixture");
            PesterTest[] tests = [.. file.Root.AllTests];
            TimeSpan time = tests.Aggregate(TimeSpan.Zero, (sum, t) => sum + t.Duration);
            Counts(xml, file.Path, tests, tests.Count(t => t.Outcome == TestOutcome.Failed) + file.Errors.Count, time);
            foreach (string message in file.Errors.Select(e => e.Exception.Message))
            {
                Failure(xml, message);
            }

            foreach (PesterTest test in tests)
            {
                Case(xml, test);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Counts(XmlWriter xml, string name, PesterTest[] tests, int failed, TimeSpan time)
    {
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("result", failed == 0 ? "Passed" : "Failed");
        xml.WriteAttributeString("testcasecount", Number(tests.Length));
        xml.WriteAttributeString("passed", Number(tests.Count(t => t.Outcome == TestOutcome.Passed)));
        xml.WriteAttributeString("failed", Number(failed));
        xml.WriteAttributeString("skipped", Number(tests.Count(t => t.Outcome is TestOutcome.Skipped or TestOutcome.NotRun)));
        xml.WriteAttributeString("inconclusive", Number(tests.Count(t => t.Outcome == TestOutcome.Inconclusive)));
        xml.WriteAttributeString("duration", Seconds(time));
    }

    private static void Case(XmlWriter xml, PesterTest test)
    {
        xml.WriteStartElement("test-case");
        xml.WriteAttributeString("name", test.ExpandedName);
        xml.WriteAttributeString("fullname", test.FullName);
        xml.WriteAttributeString("result", test.Outcome == TestOutcome.NotRun ? "Skipped" : test.Outcome.ToString());
        xml.WriteAttributeString("duration", Seconds(test.Duration));
        if (test.Outcome == TestOutcome.Failed)
            Failure(xml, string.Join('\n', test.Errors.SelectMany(FailureText.Lines)));
        xml.WriteEndElement();
    }

    private static void Failure(XmlWriter xml, string message)
    {
        xml.WriteStartElement("failure");
        xml.WriteElementString("message", message);
        xml.WriteEndElement();
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
}
